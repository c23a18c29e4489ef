namespace NudgeBot.Channels.Teams.Install;

/// <summary>Names the texts of the page about NudgeBot that Teams links to.</summary>
internal sealed class TeamsAboutText;
