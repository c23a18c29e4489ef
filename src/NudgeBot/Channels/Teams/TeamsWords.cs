namespace NudgeBot.Channels.Teams;

/// <summary>Names the texts of this folder.</summary>
internal sealed class TeamsWords;
