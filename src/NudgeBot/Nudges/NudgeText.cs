namespace NudgeBot.Nudges;

/// <summary>Names the texts of this folder.</summary>
internal sealed class NudgeText;
