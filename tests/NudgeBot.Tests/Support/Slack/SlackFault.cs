namespace NudgeBot.Tests.Support.Slack;

/// <summary>One thing that goes wrong with one call.</summary>
internal sealed record SlackFault
{
    private SlackFault()
    {
    }

    public int Status { get; private init; }

    public int? RetryAfter { get; private init; }

    public string? Code { get; private init; }

    /// <summary>What stands under <c>errors</c> beside the code.</summary>
    public string? Details { get; private init; }

    public TimeSpan Wait { get; private init; }

    public bool Truncates { get; private init; }

    public bool Compresses { get; private init; }

    public bool Resets { get; private init; }

    /// <summary>Whether the call still does what it says: the caller only does not learn of it.</summary>
    public bool Happens { get; private init; }

    /// <summary>429; null leaves Retry-After out.</summary>
    public static SlackFault RateLimited(int? retryAfter = 1) => new() { Status = 429, RetryAfter = retryAfter };

    /// <summary>A server's own page in HTML: 500, 502, 503.</summary>
    public static SlackFault Html(int status = 503) => new() { Status = status };

    /// <summary>ok:false with this code.</summary>
    public static SlackFault Error(string code) => new() { Code = code };

    /// <summary>A picture that Slack has not looked through yet.</summary>
    public static SlackFault PictureNotReady { get; } =
        new() { Code = "invalid_blocks", Details = "invalid slack file [json-pointer:/view/blocks/1/slack_file]" };

    /// <summary>The call happens, and its answer ends in mid-sentence.</summary>
    public static SlackFault Truncated { get; } = new() { Truncates = true, Happens = true };

    /// <summary>The connection is reset and nothing happened.</summary>
    public static SlackFault ResetBefore { get; } = new() { Resets = true };

    /// <summary>The connection is reset after the call was carried out.</summary>
    public static SlackFault ResetAfter { get; } = new() { Resets = true, Happens = true };

    /// <summary>The answer comes compressed.</summary>
    public static SlackFault Gzip { get; } = new() { Compresses = true, Happens = true };

    /// <summary>The call happens at once, and the answer comes late (in real time).</summary>
    public static SlackFault Stall(TimeSpan time) => new() { Wait = time, Happens = true };
}
