namespace NudgeBot.Tests.Support.Slack;

/// <summary>How a request differs from an honest one.</summary>
internal sealed record Tampering
{
    /// <summary>Added to the timestamp.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Signs in place of the app's secret.</summary>
    public string? Secret { get; init; }

    public bool UpperCaseSignature { get; init; }

    /// <summary>One byte of the body changes after signing.</summary>
    public bool AlteredBody { get; init; }

    public bool WithoutTimestamp { get; init; }

    public bool WithoutSignature { get; init; }

    public bool TwoTimestamps { get; init; }

    public bool TwoSignatures { get; init; }

    /// <summary>In place of v0, in the signature as in what is signed.</summary>
    public string Version { get; init; } = "v0";

    /// <summary>In place of the usual media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Sent in place of the body, and signed.</summary>
    public string? Body { get; init; }
}
