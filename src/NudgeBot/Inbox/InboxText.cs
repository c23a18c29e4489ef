namespace NudgeBot.Inbox;

/// <summary>Names the texts of this folder.</summary>
internal sealed class InboxText;
