using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Brings the pair's own rhythm back after the member's answers had moved it; its value is the person's id.</summary>
internal sealed class UnlearnAction(BotDb db, Learning learning, Explanation explanation, Answers answers) : IAction
{
    public static string Id => "nudge.unlearn";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == press.Id, cancellationToken) is not { } person)
            return answers.Gone;
        await learning.ForgetAsync(person.PersonId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await explanation.OfAsync(turn, person, cancellationToken) with { Replaces = true };
    }
}
