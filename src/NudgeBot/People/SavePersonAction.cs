using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Takes what was entered about a person, and offers to merge when it is somebody else's name or address.</summary>
internal sealed class SavePersonAction(
    BotDb db, PersonForm form, PersonChanges changes, PersonCard card, SamePersons samePersons, IStringLocalizer<PeopleText> text) : IAction
{
    public static string Id => "person.save";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is not { } person)
            return new Message(text["person.gone"]);
        var (fields, refusal) = form.Read(turn, person.PersonId, press);
        if (fields is null)
            return refusal!;
        if (!await changes.ApplyAsync(turn, person, fields, cancellationToken))
            return form.TooEarly(person);
        await db.SaveChangesAsync(cancellationToken);
        var line = text["saved", card.Line(turn, person)].Value;
        return new Message(line, new Card([
            new Paragraph(line),
            new ActionRow([card.EditButton(person), .. await samePersons.ButtonsAsync(person, cancellationToken)]),
        ]));
    }
}
