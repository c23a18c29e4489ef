namespace NudgeBot.Nudges.Sending;

/// <summary>One person in a message, as it is shown.</summary>
/// <param name="SuggestionId">What the buttons carry.</param>
/// <param name="Name">Whom the buttons are about.</param>
/// <param name="Text">What is said about them.</param>
internal sealed record NudgeItem(Guid SuggestionId, string Name, string Text);
