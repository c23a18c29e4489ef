namespace NudgeBot.Hosting.Settings;

/// <summary>What is wrong with the settings, each in a sentence that says what would work.</summary>
/// <param name="Faults">What stops the start.</param>
/// <param name="Warnings">What is read by nothing, and so probably misspelt.</param>
internal sealed record SettingsReport(IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);
