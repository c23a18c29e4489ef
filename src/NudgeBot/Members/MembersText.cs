namespace NudgeBot.Members;

/// <summary>Names the texts of this folder.</summary>
internal sealed class MembersText;
