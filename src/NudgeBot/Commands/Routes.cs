using System.Collections.Frozen;

namespace NudgeBot.Commands;

/// <summary>Which type handles which command.</summary>
internal sealed record CommandRoute(CommandInfo Info, Type Handler);

/// <summary>Which type handles which action, and whether that opens a form.</summary>
internal sealed record ActionRoute(string Id, Type Handler, bool OpensForm);

/// <summary>Every command and action that the slices registered. Two with one name stop the start.</summary>
internal sealed class Routes
{
    public Routes(IEnumerable<CommandRoute> commands, IEnumerable<ActionRoute> actions)
    {
        Commands = [.. commands.OrderBy(route => route.Info.Name, StringComparer.Ordinal)];
        var names = Commands.SelectMany(route => route.Info.Aliases.Prepend(route.Info.Name).Select(name => (name, route))).ToList();
        ByName = Unique(names, "command");
        ActionsById = Unique([.. actions.Select(route => (route.Id, route))], "action");
    }

    public IReadOnlyList<CommandRoute> Commands { get; }

    /// <summary>Commands by their names and aliases.</summary>
    public FrozenDictionary<string, CommandRoute> ByName { get; }

    public FrozenDictionary<string, ActionRoute> ActionsById { get; }

    private static FrozenDictionary<string, T> Unique<T>(IReadOnlyList<(string Name, T Route)> routes, string what)
    {
        var twice = routes.GroupBy(route => route.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count == 0
            ? routes.ToFrozenDictionary(route => route.Name, route => route.Route)
            : throw new InvalidOperationException($"Registered more than once as {what}: {string.Join(", ", twice)}.");
    }
}
