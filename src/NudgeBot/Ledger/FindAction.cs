using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>The next page of what was found.</summary>
internal sealed class FindAction(Find find, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "find.more";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        press.Value?.Split('/', 2) is [var skip, { Length: <= FindWords.Longest } typed] && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? await find.PageAsync(turn, typed, before, cancellationToken)
            : new Message(text["find.words"]);
}
