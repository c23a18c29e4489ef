using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Commands;

/// <summary>Finds the command or action that is meant and lets it answer.</summary>
internal sealed class CommandRouter(Routes routes, IServiceProvider services, CommandMeter meter, IStringLocalizer<CommandsText> text)
{
    /// <summary>Handles a typed line. What is not understood changes nothing and names the nearest command.</summary>
    public Task<Reply> RunAsync(Turn turn, string line, CancellationToken cancellationToken)
    {
        var cleaned = Typed.Clean(line);
        var end = cleaned.IndexOfAny([' ', '\n']);
        var (word, rest) = end < 0 ? (cleaned, "") : (cleaned[..end], cleaned[(end + 1)..].Trim());
        var name = Fold.Name(word.TrimStart('/'));
        if (name.Length == 0)
            return RunAsync(turn, HelpCommand.Info.Name, cancellationToken);
        var route = routes.ByName.GetValueOrDefault(name);
        meter.Command(route?.Info.Name);
        return route is not null
            ? ((ICommand)services.GetRequiredService(route.Handler)).RunAsync(turn with { Line = cleaned }, rest, cancellationToken)
            : Task.FromResult(Unknown(word, name));
    }

    /// <summary>Handles a pressed button or a submitted form.</summary>
    public Task<Reply> PressAsync(Turn turn, string actionId, Press press, CancellationToken cancellationToken)
    {
        var route = routes.ActionsById.GetValueOrDefault(actionId);
        meter.Action(route?.Id);
        return route is not null
            ? ((IAction)services.GetRequiredService(route.Handler)).RunAsync(turn, press, cancellationToken)
            : Task.FromResult<Reply>(text["unknown.action"].Value);
    }

    private Reply Unknown(string word, string name)
    {
        var shown = word.Length > 40 ? word[..40] + "…" : word;
        return Nearest.To(name, routes.ByName.Keys) is { } near
            ? text["unknown.near", shown, routes.ByName[near].Info.Name, routes.ByName[near].Info.Examples[0]].Value
            : text["unknown", shown].Value;
    }
}
