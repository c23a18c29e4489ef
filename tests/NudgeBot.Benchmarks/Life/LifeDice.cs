namespace NudgeBot.Benchmarks.Life;

/// <summary>Dice that fall alike in every run and on every machine: <see cref="HashCode"/> is another one in every process.</summary>
internal static class LifeDice
{
    /// <summary>One seed of several numbers.</summary>
    public static int Seed(params ReadOnlySpan<int> numbers)
    {
        // The finalizer of SplitMix64 (Steele, Lea and Flood 2014) over each number in turn.
        var state = 0UL;
        foreach (var number in numbers)
        {
            state += (uint)number + 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            state ^= state >> 31;
        }

        return (int)(state & int.MaxValue);
    }

    extension(Random dice)
    {
        /// <summary>A wait without memory.</summary>
        public double Wait(double mean) => -mean * Math.Log(1 - dice.NextDouble());

        /// <summary>A standard normal number.</summary>
        public double Normal() => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
    }
}
