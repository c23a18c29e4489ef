namespace NudgeBot.People;

/// <summary>Names the texts of this folder.</summary>
internal sealed class PeopleText;
