using System.Diagnostics.Metrics;

namespace NudgeBot.Commands;

/// <summary>Counts handled commands and actions by their names.</summary>
internal sealed class CommandMeter
{
    private readonly Counter<long> commands;
    private readonly Counter<long> actions;

    public CommandMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Commands");
        commands = meter.CreateCounter<long>("nudgebot.commands", "{command}", "Handled commands by name; unknown words count as unknown.");
        actions = meter.CreateCounter<long>("nudgebot.actions", "{action}", "Handled buttons and forms by action.");
    }

    public void Command(string? name) => commands.Add(1, new KeyValuePair<string, object?>("command", name ?? "unknown"));

    public void Action(string? id) => actions.Add(1, new KeyValuePair<string, object?>("action", id ?? "unknown"));
}
