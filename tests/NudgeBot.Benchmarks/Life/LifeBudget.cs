namespace NudgeBot.Benchmarks.Life;

/// <summary>How many persons NudgeBot suggested to each member in each week, so that every other way gets exactly as many.</summary>
internal sealed class LifeBudget
{
    private readonly Dictionary<(int Member, int Day), int> _spent = [];

    private bool _isFixed;

    public int Of(LifeMember member, int day) => _spent.GetValueOrDefault((member.Number, day));

    public void Spend(LifeMember member, int day, int count)
    {
        if (!_isFixed)
            _spent[(member.Number, day)] = count;
    }

    /// <summary>From now on it is what it was.</summary>
    public void Fix() => _isFixed = true;
}
