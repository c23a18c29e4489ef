using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary>The form in which a member picks the day and time for getting in touch.</summary>
internal sealed class PickForm(Answers answers, Plans plans, IStringLocalizer<SendingText> text) : IAction
{
    private const string Day = "day", Time = "time";

    public static string Id => "nudge.when.form";

    public Message Open(Suggestion suggestion, Person person, string day, string time, Fault? wrong = null) => new(
        wrong?.Text ?? text["when.ask", person.Name],
        Form: new Form(Id, text["when.title"], text["when.submit"], SuggestionValue.Of(suggestion.SuggestionId), [
            new DateField(Day, text["when.day"], day),
            new TimeField(Time, text["when.time"], time),
        ]).With(wrong));

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.Answer != Answer.None)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
        var (day, time) = (press.Field(Day), press.Field(Time));
        var date = DatePhrase.Read(day, turn.Today, Direction.Future);
        var known = TimeOnly.TryParseExact(time, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        var wrong = !date.Ok ? new Fault(text["form.date", day], Day)
            : !known ? new Fault(text["form.time", time], Time)
            : turn.InstantOf(date.Value, at) <= turn.Now ? new Fault(text["when.past", turn.Show(date.Value), time], date.Value < turn.Today ? Day : Time)
            : null;
        if (wrong is not null)
            return Open(suggestion, person, day, time, wrong);

        var planned = await plans.MakeAsync(turn, suggestion, person, date.Value, at, cancellationToken);
        return new Message(text["when.done", person.Name, planned], Replaces: true);
    }
}
