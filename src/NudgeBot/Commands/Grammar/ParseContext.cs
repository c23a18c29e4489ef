namespace NudgeBot.Commands.Grammar;

/// <summary>What the caller knows that helps to understand a text.</summary>
/// <param name="Today">Today in the member's own time zone.</param>
/// <param name="KnownNames">
/// Full and first names of the member's persons as <see cref="Fold.Name"/> gives them, as far as they occur in
/// <see cref="Known.NameCandidates"/> of this text.
/// </param>
internal sealed record ParseContext(DateOnly Today, IReadOnlySet<string> KnownNames);
