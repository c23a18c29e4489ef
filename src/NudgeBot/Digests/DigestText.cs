namespace NudgeBot.Digests;

/// <summary>Names the texts of this folder.</summary>
internal sealed class DigestText;
