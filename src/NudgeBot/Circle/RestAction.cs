using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>The button that puts somebody to rest; its value is the person's id.</summary>
internal sealed class RestAction(BotDb db, Leaving leaving, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "rest";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is { } person
            ? await leaving.RestAsync(turn, person, cancellationToken)
            : text["person.gone"].Value;
}
