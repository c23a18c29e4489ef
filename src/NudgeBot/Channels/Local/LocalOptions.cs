namespace NudgeBot.Channels.Local;

/// <summary>The settings under <c>Local</c>: the built-in workspace for trying NudgeBot and for developing it.</summary>
internal sealed class LocalOptions
{
    /// <summary>Whether it is on; when not said, it is on in Development and where no platform is configured.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether it answers to other machines. Anybody who reaches it can be anybody in it.</summary>
    public bool AllowRemote { get; set; }
}
