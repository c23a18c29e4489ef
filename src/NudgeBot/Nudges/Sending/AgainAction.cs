using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Lets somebody be suggested again who was snoozed or stopped; its value is the person's id.</summary>
internal sealed class AgainAction(BotDb db, Answers answers, IStringLocalizer<SendingText> text) : IAction
{
    public static string Id => "nudge.again";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is not { } person)
            return answers.Gone;
        var attention = await answers.AttentionAsync(person.PersonId, cancellationToken);
        (attention.SnoozedUntil, attention.Stopped) = (null, false);
        return new Message(text["again.done", person.Name], Replaces: true);
    }
}
