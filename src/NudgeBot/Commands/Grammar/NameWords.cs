namespace NudgeBot.Commands.Grammar;

/// <summary>Small words that tell names from sentences.</summary>
internal static class NameWords
{
    // No name holds them.
    private static readonly HashSet<string> Never =
    [
        "a", "the", "this", "that", "these", "those", "my", "your", "his", "her", "their", "our", "its", "i", "you", "she", "it", "we", "they", "me", "him",
        "them", "us", "to", "in", "on", "at", "of", "for", "with", "about", "from", "by", "into", "is", "was", "are", "were", "has", "have", "had", "would",
        "could", "should", "not", "because", "who", "whose", "what", "when", "where", "why", "some",
    ];

    // Names too, where one is expected or when they are capitalised: An, Can, He, How, No, So, Will.
    private static readonly HashSet<string> Seldom = ["an", "can", "he", "how", "no", "so", "will"];

    private static readonly HashSet<string> Particles =
        ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "ter", "ten", "zu", "y"];

    /// <summary>True when a name cannot begin with the word.</summary>
    public static bool CannotBegin(string word) => Never.Contains(word);

    /// <summary>True when a name does not go on with the word.</summary>
    public static bool CannotGoOn(string word, bool capitalised) => Never.Contains(word) || (!capitalised && Seldom.Contains(word));

    /// <summary>True for a word that names hold in small letters: "van", "de la".</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);
}
