namespace NudgeBot.Nudges.Sending;

/// <summary>Names the texts of this folder.</summary>
internal sealed class SendingText;
