using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Reviews;

/// <summary>The buttons of a review: begin it, leave it, and for each person keep, rest or part.</summary>
internal sealed class ReviewAction(BotDb db, Reviewing reviewing, IStringLocalizer<CircleText> text) : IAction
{
    /// <summary>What a button carries; those about a person are followed by a slash and the person's id.</summary>
    public const string Begin = "begin", Later = "later", Keep = "keep", Rest = "rest", Part = "part";

    public static string Id => "review.answer";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value == Begin)
            return await reviewing.BeginAsync(turn, cancellationToken);
        if (press.Value == Later)
            return new Message(text["review.left"], Replaces: true);
        if (press.Value?.Split('/') is not [Keep or Rest or Part, var personId] || !Guid.TryParse(personId, out var id)
            || await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == id, cancellationToken) is not { } person)
            return text["person.gone"].Value;
        return await reviewing.AnswerAsync(turn, press.Value.Split('/')[0], person, cancellationToken);
    }
}
