using NudgeBot.Nudges;

namespace NudgeBot.Benchmarks.Life;

/// <summary>A way of choosing whom to suggest in a week.</summary>
internal interface ILifeChoice
{
    string Name { get; }

    /// <summary>Chooses as many as the budget allows; NudgeBot decides itself.</summary>
    IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget);
}

/// <summary>As NudgeBot does: its own planner and back-off decide whom, how many and when.</summary>
internal sealed class AsPlanned : ILifeChoice
{
    public string Name => "NudgeBot";

    public IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget)
    {
        if (!member.IsDue(day))
            return [];
        var plan = Planner.Plan(new(LifeWorld.Start.AddDays(day), [.. member.Circle.Select(tie => tie.Tie)], Ignored: member.Ignored));
        if (plan.AsksToGoOn)
            member.GoOn(day);
        if (plan.Keep is { } asked)
            member.Circle.Single(one => one.Tie.PersonId == asked.PersonId).Keep();
        return [.. plan.Picks.Select(pick => member.Circle.Single(one => one.Tie.PersonId == pick.Tie.PersonId))];
    }
}

/// <summary>Without any.</summary>
internal sealed class Nobody : ILifeChoice
{
    public string Name => "no nudges";

    public IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget) => [];
}

/// <summary>Whoever the dice show.</summary>
internal sealed class AtRandom(int seed) : ILifeChoice
{
    public string Name => "random";

    public IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget)
    {
        LifeTie[] shuffled = [.. member.Circle];
        new Random(LifeDice.Seed(seed, member.Number, day, 4)).Shuffle(shuffled);
        return [.. shuffled.Take(budget)];
    }
}

/// <summary>Everybody in turn, whatever happened meanwhile.</summary>
internal sealed class InTurn : ILifeChoice
{
    public string Name => "fixed cadence";

    public IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget) =>
        [.. member.Circle.OrderBy(tie => tie.Tie.SuggestedOn ?? DateOnly.MinValue).Take(budget)];
}

/// <summary>Those with whom there was no contact for the longest time.</summary>
internal sealed class LongestSilent : ILifeChoice
{
    public string Name => "longest silent";

    public IReadOnlyList<LifeTie> Choose(LifeMember member, int day, int budget) => [.. member.Circle.OrderBy(tie => tie.LastDay).Take(budget)];
}
