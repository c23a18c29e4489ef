namespace NudgeBot.Commands.Grammar;

/// <summary>Which words lead from the persons of a record to its text.</summary>
/// <param name="Dropped">Words that only connect: the text begins behind them ("with the board deck" is "the board deck").</param>
/// <param name="BareText">True when text may follow a name without any of them: "helped bob move house".</param>
internal sealed record Connectives(IReadOnlySet<string> Dropped, bool BareText)
{
    // Words that say something themselves and stay: "in berlin", "at the fair".
    private static readonly HashSet<string> Kept =
    [
        "in", "at", "on", "over", "via", "through", "during", "before", "after", "while", "when", "near", "from", "because", "with", "for", "by", "to",
    ];

    /// <summary>I helped somebody: with, by, to, on …</summary>
    public static Connectives Helped { get; } = new(new HashSet<string> { "with", "by", "to", "on" }, BareText: true);

    /// <summary>Somebody helped me: for …</summary>
    public static Connectives Thanks { get; } = new(new HashSet<string> { "for" }, BareText: false);

    /// <summary>A touch: about, for …; where and in what way stay as said.</summary>
    public static Connectives Met { get; } = new(new HashSet<string> { "about", "for", "re", "regarding" }, BareText: false);

    /// <summary>True when a word ends the persons and is not part of the text that it leads to.</summary>
    internal bool Drops(string word) => Dropped.Contains(word) || word is "-" or "–" or "—";

    /// <summary>True when a word ends the persons and begins the text.</summary>
    internal bool Keeps(string word) => !Drops(word) && Kept.Contains(word);
}
