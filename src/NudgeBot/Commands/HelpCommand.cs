using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Commands;

/// <summary><c>help [command]</c>: every command with its summary, or one with its examples.</summary>
internal sealed class HelpCommand(Routes routes, IStringLocalizer<CommandsText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("help", "help", "help helped", "help digest") { Aliases = ["?", "hilfe"] };

    public Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Task.FromResult(rest.Length == 0 ? All() : One(rest));

    private Message All()
    {
        var lines = routes.Commands.Select(route => (route.Info, Summary: Summary(route.Info))).ToList();
        return new Message(
            string.Join('\n', lines.Select(line => $"{line.Info.Name}: {line.Summary}").Prepend(text["help.title"].Value)),
            new Card([
                new Heading(text["help.title"]),
                new Paragraph(text["help.intro"]),
                new Facts([.. lines.Select(line => new Fact(line.Info.Examples[0], line.Summary))]),
                new Quiet(text["help.more"]),
            ]));
    }

    private Reply One(string word)
    {
        var name = Fold.Name(word);
        if (!routes.ByName.TryGetValue(name, out var route))
        {
            return Nearest.To(name, routes.ByName.Keys) is { } near ? One(near) : All();
        }

        var examples = string.Join('\n', route.Info.Examples);
        return new Message(
            $"{route.Info.Name}: {Summary(route.Info)}\n{examples}",
            new Card([new Heading(route.Info.Name), new Paragraph(Summary(route.Info)), new Quiet(text["help.examples"]), new Paragraph(examples)]));
    }

    private string Summary(CommandInfo command) => text[$"help.{command.Name}"];
}
