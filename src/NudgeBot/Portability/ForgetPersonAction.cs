using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Portability;

/// <summary>The button that erases a person.</summary>
internal sealed class ForgetPersonAction(BotDb db, ForgettingPersons forgetting, IStringLocalizer<PortabilityText> text) : IAction
{
    public static string Id => "forget.person";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is not { } person)
            return new Message(text["forget.person.gone"], Replaces: true);
        await forgetting.ForgetAsync(turn, person, cancellationToken);
        return new Message(text["forget.person.done"], Replaces: true);
    }
}
