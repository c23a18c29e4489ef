namespace NudgeBot.Commands.Grammar;

/// <summary>How somebody was named in a command; who that is, the People slice finds out.</summary>
/// <param name="Position">Where it begins in the text, from 0.</param>
internal abstract record PersonName(int Position)
{
    /// <summary>What to call them in an answer until it is known who they are.</summary>
    public abstract string Shown { get; }

    /// <summary>A platform's own mention, <c>&lt;@account&gt;</c> or <c>&lt;@account|label&gt;</c>.</summary>
    internal sealed record Mention(int Position, string Account, string? Label) : PersonName(Position)
    {
        public override string Shown => Label ?? Account;
    }

    /// <summary>An e-mail address, as typed.</summary>
    internal sealed record Email(int Position, string Address) : PersonName(Position)
    {
        public override string Shown => Address;
    }

    /// <summary>A handle typed by hand, <c>@ana</c> or <c>@ana.lopez</c>, without its @. Words after it that make a known name belong to it.</summary>
    internal sealed record Handle(int Position, string Name) : PersonName(Position)
    {
        public override string Shown => Name;
    }

    /// <summary>A name in double quotes, without them: exactly this name.</summary>
    internal sealed record Quoted(int Position, string Name) : PersonName(Position)
    {
        public override string Shown => Name;
    }

    /// <summary>A name of one or more words, as typed.</summary>
    internal sealed record Bare(int Position, string Name) : PersonName(Position)
    {
        public override string Shown => Name;
    }
}
