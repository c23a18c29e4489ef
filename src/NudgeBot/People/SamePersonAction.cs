using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Asks once more before two persons become one, as nothing takes that apart again.</summary>
internal sealed class SamePersonAction(BotDb db, SamePersons samePersons, IStringLocalizer<PeopleText> text) : IAction
{
    public static string Id => "person.same";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/', 2) is not [var personId, var key] || !Guid.TryParse(personId, out var id)
            || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == id, cancellationToken) is not { } person
            || (await samePersons.FindAsync(person, cancellationToken)).FirstOrDefault(candidate => candidate.Key == key) is not { } other)
            return new Message(text["same.gone"]);
        var asked = text["same.sure", person.Name, other.Hint is { } hint ? $"{other.Name} ({hint})" : other.Name].Value;
        return new Message(asked, new Card([new Paragraph(asked), new ActionRow(new Button(MergeAction.Id, text["same.yes"], press.Value, ButtonStyle.Primary))]));
    }
}
