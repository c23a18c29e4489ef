using System.Text.Json;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Asks whom the member means, holding the command until they have picked.</summary>
internal sealed class NameQuestion(BotDb db, NameLookup lookup, IStringLocalizer<PeopleText> text)
{
    /// <summary>The value of the button that says: somebody else, new to me.</summary>
    public const string SomebodyNew = "new";

    // The most characters of a label is Slack's limit (docs.slack.dev/reference/block-kit/block-elements/button-element).
    private const int MostChoices = 10, MostShown = 75;

    /// <summary>How long a question waits for its answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Asks which of several persons of one name is meant.</summary>
    public Task<Reply> WhichAsync(Turn turn, string shown, string folded, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        AskAsync(turn, folded, text["which", shown], candidates, [], cancellationToken);

    /// <summary>Asks whether somebody known was meant when an unknown name differs by a slip; null when nobody is near.</summary>
    public async Task<Reply?> SlipAsync(Turn turn, string shown, string folded, bool offersNew, CancellationToken cancellationToken)
    {
        if (folded.Length == 0)
            return null;
        var start = folded[..1];
        var persons = await db.Set<PersonAlias>().Where(row => row.Kind == AliasKind.Name || row.Kind == AliasKind.FirstName)
            .Where(row => row.Value.StartsWith(start)).Select(row => row.Value).ToListAsync(cancellationToken);
        var accounts = await db.Set<Account>().Where(row => row.IsActive && row.AccountId != turn.MemberId && row.FoldedName.StartsWith(start))
            .Select(row => new { row.FoldedName, row.FoldedFirstName }).ToListAsync(cancellationToken);
        if (Nearest.To(folded, persons.Concat(accounts.SelectMany(row => new[] { row.FoldedName, row.FoldedFirstName }))) is not { } near)
            return null;
        var candidates = await lookup.CalledAsync(near, cancellationToken);
        return await AskAsync(turn, folded, text["slip", shown], candidates, offersNew ? [(text["new", shown], SomebodyNew)] : [], cancellationToken);
    }

    private async Task<Reply> AskAsync(
        Turn turn, string folded, string asked, IReadOnlyList<Candidate> candidates, IReadOnlyList<(string Label, string Key)> others, CancellationToken cancellationToken)
    {
        var expired = turn.Now - Patience;
        await db.Set<HeldCommand>().Where(row => row.HeldAt < expired).ExecuteDeleteAsync(cancellationToken);
        var held = new HeldCommand
        {
            HeldId = turn.NewId(),
            Line = turn.Line,
            FoldedName = folded,
            Picked = JsonSerializer.Serialize(turn.Picked.ToDictionary(), PeopleJson.Default.DictionaryStringString),
            HeldAt = turn.Now,
        };
        db.Add(held);
        List<(string Label, string Key)> choices = [.. candidates.Take(MostChoices).Select(candidate => (Label(candidate, candidates), candidate.Key))];
        return new Message(
            $"{asked} {string.Join("; ", choices.Select(choice => choice.Label))}",
            new Card([
                new Paragraph(asked),
                new ActionRow([.. choices.Concat(others).Select(choice => new Button(PickAction.Id, choice.Label.Truncate(MostShown), $"{held.HeldId}/{choice.Key}"))]),
            ]));
    }

    private static string Label(Candidate candidate, IReadOnlyList<Candidate> all) =>
        candidate.Hint is { } hint && all.Count(other => other.Name == candidate.Name) > 1 ? $"{candidate.Name} ({hint})" : candidate.Name;
}
