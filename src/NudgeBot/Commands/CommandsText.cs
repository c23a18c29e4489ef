namespace NudgeBot.Commands;

/// <summary>Names the texts of the router and of help.</summary>
internal sealed class CommandsText;
