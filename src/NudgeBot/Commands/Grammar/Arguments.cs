namespace NudgeBot.Commands.Grammar;

/// <summary>A help or a touch: who, what, and when it was if that was said.</summary>
internal sealed record RecordArgs(IReadOnlyList<PersonName> Who, string? What, DateOnly? On);

/// <summary>A person with a text.</summary>
internal sealed record PersonTextArgs(PersonName Who, string Text);

/// <summary>A follow-up: about whom, on which date, and what.</summary>
internal sealed record FollowUpArgs(PersonName Who, DateOnly On, string Text);

/// <summary>A choice for the circle; what was not said is null.</summary>
internal sealed record ChooseArgs(PersonName Who, RingWord? Ring, Cadence? Cadence, string? Because);

/// <summary>The words for the rings.</summary>
internal enum RingWord
{
    Inner,
    Close,
}

/// <summary>A person who shall not be suggested before a date.</summary>
internal sealed record SnoozeArgs(PersonName Who, DateOnly Until);

/// <summary>A person with the marks that were named.</summary>
internal sealed record MarkArgs(PersonName Who, bool Trusted, bool WouldBeGlad);

/// <summary>What to do about a channel's digest.</summary>
internal abstract record DigestArgs
{
    /// <summary>Post it here.</summary>
    internal sealed record Here(DigestSchedule Schedule) : DigestArgs;

    /// <summary>Post it no more.</summary>
    internal sealed record Off : DigestArgs;

    /// <summary>Show what it would say.</summary>
    internal sealed record Preview : DigestArgs;
}
