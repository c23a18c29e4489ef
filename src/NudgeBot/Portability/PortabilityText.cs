namespace NudgeBot.Portability;

/// <summary>Names the texts of this folder.</summary>
internal sealed class PortabilityText;
