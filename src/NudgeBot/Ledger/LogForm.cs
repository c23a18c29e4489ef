using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Ledger;

/// <summary>The form by which a help or a touch is recorded without typing a command; made and read here.</summary>
internal sealed class LogForm(Records records, IStringLocalizer<LedgerText> text)
{
    /// <summary>The fields, as whoever opens the form may fill them in beforehand.</summary>
    public const string Who = "who", Direction = "direction", What = "text", When = "date";

    /// <summary>The commands that the directions stand for, each with the word that leads from the person to the text.</summary>
    private static readonly Dictionary<string, string> Leads = new()
    {
        [HelpedCommand.Info.Name] = "with",
        [ThanksCommand.Info.Name] = "for",
        [MetCommand.Info.Name] = "about",
    };

    /// <summary>The form with what is known already, and what is wrong with it, if anything.</summary>
    public Message Open(Turn turn, Press press, Fault? wrong = null)
    {
        string? Given(string field) => press.Field(field) is { Length: > 0 } given ? given : null;
        return new Message(wrong?.Text ?? text["log.intro"], Form: new Form(LogFormAction.Id, text["log.title"], text["log.submit"], null, [
            new PersonField(Who, text["log.who"], Given(Who), Hint: text["log.who.hint"]),
            new ChoiceField(
                Direction, text["log.direction"], [.. Leads.Keys.Select(command => new Option(command, text[$"log.{command}"]))],
                Given(Direction) ?? HelpedCommand.Info.Name),
            new TextField(What, text["log.what"], Given(What)?.Truncate(Records.LongestText), Optional: true, Hint: text["log.what.hint"], Lines: true, MaxLength: Records.LongestText),
            new DateField(When, text["log.when"], Given(When) ?? Written(turn.Today)),
        ]).With(wrong));
    }

    /// <summary>What was filled in as a command's name and the rest of its line, or what is wrong with it.</summary>
    public (string Command, string Line, Fault? Wrong) Read(Turn turn, Press press)
    {
        string Given(string field) => Typed.Clean(press.Field(field));
        var (who, command, what, when) = (Given(Who).Replace('\n', ' '), Given(Direction), Given(What), Given(When));
        var on = when.Length == 0 ? turn.Today : DatePhrase.Read(when, turn.Today, Commands.Grammar.Direction.Past);
        var wrong = Fold.Name(who).Length == 0 ? new Fault(text["log.who.missing"], Who)
            : !Leads.ContainsKey(command) ? new Fault(text["log.direction.missing"], Direction)
            : what.Length == 0 && command == HelpedCommand.Info.Name ? new Fault(text["log.what.missing"], What)
            : !on.Ok ? new Fault(text["log.date.wrong", when], When)
            : records.Refusal(turn, what, on.Value) is { } refusal ? new Fault(refusal.Messages[0].Text, what.Length > Records.LongestText ? What : When)
            : null;
        if (wrong is not null)
            return ("", "", wrong);
        var date = $"on {Written(on.Value)}";
        return (command, what.Length == 0 ? $"{who} {date}" : $"{who} {Leads[command]} {what} {date}", null);
    }

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
