using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Commands;

/// <summary><c>help [command]</c>: every command with its summary, or one with its examples.</summary>
internal sealed class HelpCommand(Routes routes, IStringLocalizer<CommandsText> text) : ICommand
{
    /// <summary>As many as the eye takes in at once.</summary>
    private const int OnePage = 10;

    public static CommandInfo Info { get; } = new("help", "help", "help helped", "help digest") { Aliases = ["?", "hilfe"] };

    public Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Task.FromResult(rest.Length == 0 ? Page(0) : One(rest));

    /// <summary>A part of all commands, with buttons to the parts around it. The text beside the card has them all.</summary>
    public Message Page(int number)
    {
        var lines = routes.Commands.Select(route => (route.Info, Summary: Summary(route.Info))).ToList();
        var shown = lines.Chunk(OnePage).ElementAtOrDefault(number) ?? [];
        List<Button> turns = [];
        if (number > 0)
            turns.Add(new Button(HelpPageAction.Id, text["page.back"], (number - 1).ToString(CultureInfo.InvariantCulture)));
        if ((number + 1) * OnePage < lines.Count)
            turns.Add(new Button(HelpPageAction.Id, text["page.next"], (number + 1).ToString(CultureInfo.InvariantCulture)));
        return new Message(
            string.Join('\n', lines.Select(line => $"{line.Info.Name}: {line.Summary}").Prepend(text["help.title"].Value)),
            new Card([
                new Heading(text["help.title"]),
                new Paragraph(text["help.intro"]),
                new Facts([.. shown.Select(line => new Fact(line.Info.Examples[0], line.Summary))]),
                new Quiet(text["help.more"]),
                new ActionRow([.. turns]),
            ]));
    }

    private Reply One(string word)
    {
        var name = Fold.Name(word);
        if (!routes.ByName.TryGetValue(name, out var route))
        {
            return Nearest.To(name, routes.ByName.Keys) is { } near ? One(near) : Page(0);
        }

        var examples = string.Join('\n', route.Info.Examples);
        return new Message(
            $"{route.Info.Name}: {Summary(route.Info)}\n{examples}",
            new Card([new Heading(route.Info.Name), new Paragraph(Summary(route.Info)), new Quiet(text["help.examples"]), new Paragraph(examples)]));
    }

    private string Summary(CommandInfo command) => text[$"help.{command.Name}"];
}
