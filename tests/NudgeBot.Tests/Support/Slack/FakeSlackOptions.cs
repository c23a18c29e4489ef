namespace NudgeBot.Tests.Support.Slack;

/// <summary>How strict, how fast and how faulty the fake is.</summary>
internal sealed class FakeSlackOptions
{
    /// <summary>Dates everything: ts, signatures, expiry of triggers, tokens and response addresses. Acknowledgements are always measured in real time.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public SlackApp App { get; set; } = new();

    /// <summary>Whether the first workspace (T0MAIN with U1 "ana", U2 "bob", U3 "cleo" the admin, C1 #general with the bot, C2 #random without) is there, with the app in it.</summary>
    public bool WithWorkspace { get; set; } = true;

    /// <summary>Where the bot listens; commands, interactivity and events go there.</summary>
    public Uri? BotUrl { get; set; }

    /// <summary>Carries requests to the bot when it is not on a port (a test server's handler).</summary>
    public HttpMessageHandler? BotHandler { get; set; }

    /// <summary>How long the bot may take to acknowledge.</summary>
    public TimeSpan AckDeadline { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a trigger id lives.</summary>
    public TimeSpan TriggerLife { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The waits before the three retries of an event (Slack: 0, 60, 300 seconds), made short.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; set; } = [TimeSpan.Zero, TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(300)];

    /// <summary>Deliver over Socket Mode and never over HTTP.</summary>
    public bool SocketMode { get; set; }

    /// <summary>Refuse calls past Slack's published rates.</summary>
    public bool RateLimits { get; set; }

    /// <summary>Leave Retry-After out of a 429, as Slack sometimes does.</summary>
    public bool WithoutRetryAfter { get; set; }

    /// <summary>History is limited to 1 request a minute and 15 objects, as for distributed apps outside the Marketplace since May 2025.</summary>
    public bool HistoryLimits { get; set; }

    /// <summary>Give short and empty pages even where everything would fit.</summary>
    public bool AwkwardPages { get; set; }

    /// <summary>How often the server pings over Socket Mode.</summary>
    public TimeSpan SocketPing { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes in a frame; longer messages come in several.</summary>
    public int SocketFrame { get; set; } = 64 * 1024;

    /// <summary>Send a binary frame, which means nothing, before every message.</summary>
    public bool SocketBinaryNoise { get; set; }
}
