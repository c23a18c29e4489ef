namespace NudgeBot.Channels;

/// <summary>What became of writing a manifest: its bytes, or a sentence that says what would work.</summary>
internal sealed record ManifestOutcome
{
    private ManifestOutcome()
    {
    }

    public byte[]? Content { get; private init; }

    public string? Refusal { get; private init; }

    public static ManifestOutcome Of(byte[] content) => new() { Content = content };

    public static ManifestOutcome Refused(string why) => new() { Refusal = why };
}
