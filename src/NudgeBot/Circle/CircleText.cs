namespace NudgeBot.Circle;

/// <summary>Names the texts of this folder.</summary>
internal sealed class CircleText;
