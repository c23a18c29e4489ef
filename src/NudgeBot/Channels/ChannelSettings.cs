namespace NudgeBot.Channels;

/// <summary>Tells the host which class an adapter's section of the settings is bound to, so that all faults can be named at once.</summary>
internal sealed record ChannelSettings(string Section, Type Options);
