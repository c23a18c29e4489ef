using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.Nudges.Sending;

namespace NudgeBot.Home;

/// <summary>A button of the home that says what a command without anything behind it says.</summary>
internal sealed class HomeAction(CommandRouter router) : IAction
{
    private static readonly string[] Commands =
        [CircleCommand.Info.Name, NextCommand.Info.Name, AsksCommand.Info.Name, SettingsCommand.Info.Name, PauseCommand.Info.Name, ResumeCommand.Info.Name];

    public static string Id => "home";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        Commands.Contains(press.Value) ? await router.RunAsync(turn, press.Value!, cancellationToken) : Reply.None;
}
