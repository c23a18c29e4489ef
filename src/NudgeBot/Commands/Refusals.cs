using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Commands;

/// <summary>Turns what the grammar found wrong into a sentence: what was not understood, what would work, and one example.</summary>
internal sealed class Refusals(IStringLocalizer<CommandsText> text)
{
    private const int LongestQuote = 60;

    /// <summary>The answer to a line that was not understood; nothing was stored.</summary>
    public Reply NotUnderstood(GrammarError error, CommandInfo command)
    {
        var found = error.Found.Length > LongestQuote ? error.Found[..LongestQuote] + "…" : error.Found;
        var what = text[$"error.{error.Kind}", found, error.Limit ?? 0, string.Join(", ", error.Expected.Select(word => $"\"{word}\""))].Value;
        return text["error", what, command.Examples[0]].Value;
    }
}
