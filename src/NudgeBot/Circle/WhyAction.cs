using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>Asks with a form why somebody was chosen, and keeps the answer.</summary>
internal sealed class WhyAction(BotDb db, Seating seating, CircleWords words, IStringLocalizer<CircleText> text) : IAction
{
    private const string Reason = "reason";

    public static string Id => "choose.why";

    public static bool OpensForm => true;

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is not { } person)
            return text["person.gone"].Value;
        if (await seating.OfAsync(person.PersonId, cancellationToken) is not { } before)
            return words.Place(person, null);
        if (press.Form.Count == 0)
            return Ask(person, before.Reason);
        var reason = Typed.Clean(press.Field(Reason));
        if (reason.Length is 0 or > Limits.Text)
            return Ask(person, reason, new(text[reason.Length == 0 ? "why.empty" : "text.long", Limits.Text], Reason));
        var after = before with { Reason = reason };
        if (after == before)
            return text["already", words.Place(person, before)].Value;
        return words.Confirm(words.Place(person, after), await seating.ApplyAsync(turn, [(person.PersonId, after)], cancellationToken), replaces: true);
    }

    private Message Ask(Person person, string reason, Fault? wrong = null) => new(
        wrong?.Text ?? text["why.ask", person.Name],
        Form: new Form(Id, text["why.title"], text["save"], person.PersonId.ToString(), [
            new TextField(Reason, text["why.field", person.Name], reason, Hint: text["why.hint"], Lines: true, MaxLength: Limits.Text),
        ]).With(wrong));
}
