namespace NudgeBot.Tests.Support.Slack;

/// <summary>A file on its way through the external upload.</summary>
internal sealed class SlackFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The length that was announced.</summary>
    public required int Length { get; init; }

    public string? AltText { get; init; }

    public string? Title { get; set; }

    public byte[]? Content { get; set; }

    /// <summary>Where it was shared on completion; null before.</summary>
    public string? Channel { get; set; }

    public bool IsComplete { get; set; }

    public required SlackInstallation Owner { get; init; }
}
