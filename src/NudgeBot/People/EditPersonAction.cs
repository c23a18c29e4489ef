using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Opens the dialog in which a person is changed.</summary>
internal sealed class EditPersonAction(BotDb db, PersonForm form, IStringLocalizer<PeopleText> text) : IAction
{
    public static string Id => "person.edit";

    public static bool OpensForm => true;

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is { } person
            ? new Message(text["form.open", person.Name], Form: form.For(person))
            : new Message(text["person.gone"]);
}
