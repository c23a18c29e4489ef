using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Reviews;

/// <summary>Walks through the circle one person at a time. It can be left at any card and goes on from there.</summary>
internal sealed class Reviewing(BotDb db, Leaving leaving, Contacts contacts, CircleWords words, IStringLocalizer<CircleText> text)
{
    /// <summary>A review left for longer than this begins anew.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(91);

    /// <summary>Goes on with the review that was left, or begins one.</summary>
    public async Task<Message> BeginAsync(Turn turn, CancellationToken cancellationToken)
    {
        var review = await ReviewAsync(cancellationToken);
        if (review is not null && turn.Now - review.BegunAt < Stale && await NextAsync(turn, review, cancellationToken) is { } next)
            return Ask(turn, next, [], await HistoryAsync(next, cancellationToken));
        if (review is null)
            db.Add(review = new Review { BegunAt = turn.Now });
        review.BegunAt = turn.Now;
        return await NextAsync(turn, review, cancellationToken) is { } first
            ? Ask(turn, first, [], await HistoryAsync(first, cancellationToken))
            : new Message(text["review.empty"]);
    }

    /// <summary>Does what was answered about a person, and shows the next one.</summary>
    public async Task<Message> AnswerAsync(Turn turn, string answer, Person person, CancellationToken cancellationToken)
    {
        var seat = await db.Set<Associate>().SingleOrDefaultAsync(row => row.PersonId == person.PersonId && row.RestedOn == null, cancellationToken);
        var did = (seat, answer) switch
        {
            (null, _) => new Message(words.Place(person, Standing.Of(await db.FindAsync<Associate>([db.WorkspaceId, db.MemberId, person.PersonId], cancellationToken)))),
            (_, ReviewAction.Rest) => await leaving.RestAsync(turn, person, cancellationToken),
            (_, ReviewAction.Part) => await leaving.ReleaseAsync(turn, person, cancellationToken),
            _ => Keep(turn, seat, person),
        };
        await db.SaveChangesAsync(cancellationToken);
        var review = await ReviewAsync(cancellationToken);
        if (review is null || await NextAsync(turn, review, cancellationToken) is not { } next)
        {
            var end = $"{did.Text}\n{text["review.end"]}";
            return new Message(end, new Card([new Paragraph(end), .. Undo(did)]), Replaces: true);
        }

        return Ask(turn, next, [new Quiet(did.Text), .. Undo(did), new Divider()], await HistoryAsync(next, cancellationToken)) with { Replaces = true };
    }

    private Message Keep(Turn turn, Associate seat, Person person)
    {
        seat.ReviewedAt = turn.Now;
        return new Message(text["review.kept", person.Name]);
    }

    private static IEnumerable<CardElement> Undo(Message did) => did.Card is { } card ? [new ActionRow([.. card.Buttons])] : [];

    private Task<Review?> ReviewAsync(CancellationToken cancellationToken) => db.Set<Review>().SingleOrDefaultAsync(cancellationToken);

    private async Task<Next?> NextAsync(Turn turn, Review review, CancellationToken cancellationToken)
    {
        var left = await (
            from seat in db.Set<Associate>()
            join person in db.Set<Person>() on seat.PersonId equals person.PersonId
            where seat.RestedOn == null && (seat.ReviewedAt == null || seat.ReviewedAt < review.BegunAt)
            select new Next(person, seat)).ToListAsync(cancellationToken);
        return left.OrderBy(one => one.Seat.Ring).ThenBy(one => one.Person.Name, StringComparer.Create(turn.Culture, ignoreCase: true)).FirstOrDefault();
    }

    private async Task<Contact[]> HistoryAsync(Next next, CancellationToken cancellationToken) =>
        [.. (await contacts.ReadAsync([next.Person.PersonId], cancellationToken))[next.Person.PersonId]];

    private Message Ask(Turn turn, Next next, IReadOnlyList<CardElement> before, Contact[] history)
    {
        var (person, seat) = next;
        var id = person.PersonId.ToString();
        var place = words.Place(person, Standing.Of(seat));
        var state = words.State(turn, seat, history);
        Button Answer(string answer, ButtonStyle style = ButtonStyle.Normal) =>
            new(ReviewAction.Id, text[$"review.{answer}"], $"{answer}/{id}", style, About: person.Name);
        var said = before.OfType<Quiet>().Select(quiet => quiet.Text).Append(text["review.ask", person.Name]).Append(place).Append(state);
        return new Message(string.Join('\n', said), new Card([
            .. before,
            new Heading(text["review.ask", person.Name]),
            new Paragraph(place),
            new Quiet(state),
            new ActionRow(
                Answer(ReviewAction.Keep, ButtonStyle.Primary), Answer(ReviewAction.Rest), Answer(ReviewAction.Part),
                new Button(ReviewAction.Id, text["review.later"], ReviewAction.Later, More: true),
                new Button(WhyAction.Id, text["why.say"], id, More: true)),
        ]));
    }

    private sealed record Next(Person Person, Associate Seat);
}
