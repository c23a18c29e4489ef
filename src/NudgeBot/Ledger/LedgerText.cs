namespace NudgeBot.Ledger;

/// <summary>Names the texts of this folder.</summary>
internal sealed class LedgerText;
