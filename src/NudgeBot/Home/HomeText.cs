namespace NudgeBot.Home;

/// <summary>Names the texts of this folder.</summary>
internal sealed class HomeText;
