using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Ledger;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary>The form behind <i>I helped</i>.</summary>
internal sealed class HelpForm(Answers answers, Records records, IStringLocalizer<SendingText> text) : IAction
{
    private const string What = "what", When = "when";

    public static string Id => "nudge.helped.form";

    /// <summary>A date as form fields hold it.</summary>
    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Message Open(Suggestion suggestion, Person person, string what, string when, Fault? wrong = null) => new(
        wrong?.Text ?? text["helped.ask", person.Name],
        Form: new Form(Id, text["helped.title"], text["helped.submit"], SuggestionValue.Of(suggestion.SuggestionId), [
            new TextField(What, text["helped.what", person.Name], what, Lines: true, MaxLength: Records.LongestText),
            new DateField(When, text["helped.when"], when),
        ]).With(wrong));

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.Answer != Answer.None)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
        var (what, when) = (press.Field(What), press.Field(When));
        var date = DatePhrase.Read(when, turn.Today, Direction.Past);
        var wrong = what.Length == 0 ? new Fault(text["helped.what.missing", person.Name], What)
            : !date.Ok ? new Fault(text["form.date", when], When)
            : records.Refusal(turn, what, date.Value) is { } refusal ? new Fault(refusal.Messages[0].Text, what.Length > Records.LongestText ? What : When)
            : null;
        if (wrong is not null)
            return Open(suggestion, person, what, when, wrong);

        var help = await records.AddAsync(turn, EntryKind.Gave, [person], what, date.Value, cancellationToken);
        await answers.KeepAsync(turn, suggestion, Answer.Helped, cancellationToken, date.Value, help.EntryId);
        return records.Confirm(turn, help, [person]) with { Replaces = true };
    }
}
