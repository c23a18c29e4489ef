using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Asks whom the member means, holding the command until they have picked.</summary>
internal sealed class NameQuestion(BotDb db, IStringLocalizer<PeopleText> text)
{
    /// <summary>The value of the button that says: somebody else, new to me.</summary>
    public const string SomebodyNew = "new";

    private const int MostChoices = 10;

    /// <summary>Asks which of several persons of one name is meant.</summary>
    public async Task<Reply> WhichAsync(Turn turn, string shown, string folded, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        await AskAsync(turn, folded, text["which", shown], candidates, offersNew: false, shown, cancellationToken);

    /// <summary>Asks whether somebody known was meant when an unknown name differs by a slip; null when nobody is near.</summary>
    public async Task<Reply?> SlipAsync(
        Turn turn, string shown, string folded, bool offersNew, CancellationToken cancellationToken)
    {
        var start = folded[..1];
        var persons = await db.Set<PersonAlias>().Where(row => row.Kind == AliasKind.Name || row.Kind == AliasKind.FirstName)
            .Where(row => row.Value.StartsWith(start)).Select(row => row.Value).ToListAsync(cancellationToken);
        var accounts = await db.Set<Account>().Where(row => row.IsActive && row.FoldedName.StartsWith(start))
            .Select(row => new { row.FoldedName, row.FoldedFirstName }).ToListAsync(cancellationToken);
        var near = Nearest.To(folded, persons.Concat(accounts.SelectMany(row => new[] { row.FoldedName, row.FoldedFirstName })));
        if (near is null)
            return null;
        var candidates = await (
            from alias in db.Set<PersonAlias>()
            join person in db.Set<Person>() on alias.PersonId equals person.PersonId
            where alias.Value == near
            select new Candidate(person.PersonId, null, person.Name, person.Employer ?? person.Email)).Distinct().ToListAsync(cancellationToken);
        if (candidates.Count == 0)
        {
            candidates = await db.Set<Account>().Where(row => row.FoldedName == near || row.FoldedFirstName == near)
                .Select(row => new Candidate(null, row.AccountId, row.Name, row.Email)).ToListAsync(cancellationToken);
        }

        return await AskAsync(turn, folded, text["slip", shown], candidates, offersNew, shown, cancellationToken);
    }

    private Task<Reply> AskAsync(
        Turn turn, string folded, string asked, IReadOnlyList<Candidate> candidates, bool offersNew, string shown, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var held = new HeldCommand
        {
            HeldId = turn.NewId(),
            Line = turn.Line,
            FoldedName = folded,
            Picked = JsonSerializer.Serialize(turn.Picked.ToDictionary(), PeopleJson.Default.DictionaryStringString),
            HeldAt = turn.Now,
        };
        db.Add(held);
        var buttons = candidates.Take(MostChoices)
            .Select(candidate => new Button(
                PickAction.Id, candidates.Count(other => other.Name == candidate.Name) > 1 ? $"{candidate.Name} ({candidate.Hint})" : candidate.Name,
                $"{held.HeldId}/{candidate.Key}"))
            .Concat(offersNew ? [new Button(PickAction.Id, text["new", shown], $"{held.HeldId}/{SomebodyNew}")] : []);
        return Task.FromResult<Reply>(new Message(
            $"{asked} {string.Join(", ", candidates.Take(MostChoices).Select(candidate => candidate.Name))}",
            new Card([new Paragraph(asked), new ActionRow([.. buttons])])));
    }
}
