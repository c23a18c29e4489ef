using System.Globalization;
using NudgeBot.Chat;

namespace NudgeBot.Commands;

/// <summary>Turns the pages of help.</summary>
internal sealed class HelpPageAction(HelpCommand help) : IAction
{
    public static string Id => "help.page";

    public Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) => Task.FromResult<Reply>(
        help.Page(int.TryParse(press.Value, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100 ? page : 0) with { Replaces = true });
}
