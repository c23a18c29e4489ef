using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle.Mutual;
using NudgeBot.Circle.Reviews;
using NudgeBot.Circle.Years;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>
/// The member's circle on one card: by ring, and by name within it, so that no order says more than the alphabet. It holds nothing
/// about other members' choices.
/// </summary>
internal sealed class CircleCard(BotDb db, MemberChanges members, Contacts contacts, CircleWords words, IStringLocalizer<CircleText> text)
{
    public async Task<Message> ShowAsync(Turn turn, CancellationToken cancellationToken)
    {
        var member = await members.ReadAsync(cancellationToken);
        var chosen = await (
            from seat in db.Set<Associate>()
            join person in db.Set<Person>() on seat.PersonId equals person.PersonId
            select new Chosen(person, seat)).ToListAsync(cancellationToken);
        var history = await contacts.ReadAsync([.. chosen.Select(one => one.Person.PersonId)], cancellationToken);
        var byName = StringComparer.Create(turn.Culture, ignoreCase: true);
        chosen = [.. chosen.OrderBy(one => one.Person.Name, byName).ThenBy(one => one.Person.PersonId)];

        List<CardElement> elements = [new Heading(text["circle.title"])];
        List<string> lines = [text["circle.title"]];
        foreach (var ring in Enum.GetValues<Ring>())
        {
            var seats = Rings.Seats(ring, member.Seats);
            var seated = chosen.Where(one => one.Seat.RestedOn is null && one.Seat.Ring == ring).ToList();
            if (seats == 0 && seated.Count == 0)
                continue;
            Add(text[$"circle.{ring}"], seated, one => Describe(turn, one, [.. history[one.Person.PersonId]]));
            var free = text[Free(seats - seated.Count), seats - seated.Count].Value;
            elements.Add(new Quiet(free));
            lines.Add(free);
        }

        if (chosen.Where(one => one.Seat.RestedOn is not null).ToList() is { Count: > 0 } resting)
            Add(text["circle.rest"], resting, one => text["circle.rested", words.Ago(turn, one.Seat.RestedOn!.Value)] + Why(one.Seat));
        var mutual = text[member.RevealsMutualChoice ? "mutual.isOn" : "mutual.isOff"].Value;
        elements.Add(new Quiet(mutual));
        lines.Add(mutual);
        elements.Add(new ActionRow(
            new Button(ChooseFormAction.Id, text["circle.choose"]),
            new Button(ReviewAction.Id, text["circle.review"], ReviewAction.Begin),
            new Button(YearsAction.Id, text["circle.years"]),
            member.RevealsMutualChoice
                ? new Button(MutualOffAction.Id, text["mutual.off"], More: true)
                : new Button(MutualOnAction.Id, text["mutual.on"], More: true)));
        return new Message(string.Join('\n', lines), new Card([.. elements]));

        void Add(string title, IReadOnlyList<Chosen> ones, Func<Chosen, string> describe)
        {
            elements.Add(new Paragraph(title));
            lines.Add(title);
            if (ones.Count == 0)
                return;
            var facts = ones.Select(one => new Fact(one.Person.Name, describe(one))).ToList();
            elements.Add(new Facts([.. facts]));
            lines.AddRange(facts.Select(fact => $"{fact.Label}: {fact.Text}"));
        }
    }

    private string Describe(Turn turn, Chosen one, ReadOnlySpan<Contact> history) =>
        words.State(turn, one.Seat, history) + (one.Seat.Cadence is { } cadence ? $", {words.Cadence(cadence)}" : "") + Why(one.Seat);

    private static string Why(Associate seat) => seat.Reason.Length == 0 ? "" : $". {seat.Reason}";

    private static string Free(int free) => free switch { <= 0 => "free.none", 1 => "free.one", _ => "free.some" };

    private sealed record Chosen(Person Person, Associate Seat);
}
