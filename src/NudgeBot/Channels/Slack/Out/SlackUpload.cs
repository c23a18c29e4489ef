namespace NudgeBot.Channels.Slack.Out;

/// <summary>Where to bring a file. The address is a secret.</summary>
internal sealed record SlackUpload : SlackAnswer
{
    public string? UploadUrl { get; init; }

    public string? FileId { get; init; }

    public override string ToString() => nameof(SlackUpload);
}

/// <summary>A file that was brought.</summary>
internal sealed record SlackUploaded(string Id, string? Title);
