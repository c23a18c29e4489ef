using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>status</c>: when something comes next, and what became of what was sent.</summary>
internal sealed class StatusCommand(BotDb db, MemberChanges members, NudgesState state, Refusals refusals, IStringLocalizer<SendingText> text) : ICommand
{
    /// <summary>The kind under which the digests of channels are scheduled.</summary>
    private const string Digest = "digest";

    private const int Deliveries = 5;

    public static CommandInfo Info { get; } = new("status", "status");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (Shapes.None(rest) is { Ok: false } wrong)
            return refusals.NotUnderstood(wrong.Error, Info);
        var line = state.Line(turn, await members.ReadAsync(cancellationToken));
        IReadOnlyList<Fact> facts = [.. await ComingAsync(turn, cancellationToken), .. await SentAsync(turn, cancellationToken)];
        return new Message(
            string.Join('\n', facts.Select(fact => $"{fact.Label}: {fact.Text}").Prepend(line)),
            new Card([new Heading(text["status.heading"]), new Paragraph(line), new Facts(facts)]));
    }

    private async Task<IEnumerable<Fact>> ComingAsync(Turn turn, CancellationToken cancellationToken)
    {
        var due = await db.Set<Schedule>().AsNoTracking()
            .Where(row => (row.MemberId == turn.MemberId && (row.Kind == NudgeDue.Kind || row.Kind == FollowUpsDue.Kind)) || row.Kind == Digest)
            .OrderBy(row => row.DueAt).ToListAsync(cancellationToken);
        return due.Select(row => new Fact(text[$"status.next.{row.Kind}", row.Subject], When(turn, row.DueAt)))
            .DefaultIfEmpty(new Fact(text["status.next"], text["status.nothing"]));
    }

    private async Task<IEnumerable<Fact>> SentAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = await db.Set<Outgoing>().AsNoTracking().Where(row => row.MemberId == turn.MemberId && row.Kind != "answer")
            .OrderByDescending(row => row.CreatedAt).Take(Deliveries).Select(row => new { row.Kind, row.State, row.CreatedAt, row.SentAt })
            .ToListAsync(cancellationToken);
        return sent.Select(row => new Fact(Named(row.Kind), text[$"status.{row.State}", When(turn, row.SentAt ?? row.CreatedAt)]));
    }

    /// <summary>What a kind of delivery is called; kinds of other slices need no word of their own.</summary>
    private string Named(string kind) => text[$"kind.{kind}"] is { ResourceNotFound: false } known ? known : text["kind"];

    private string When(Turn turn, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, turn.Zone);
        return text["moment.zone", turn.Show(DateOnly.FromDateTime(local.DateTime)), local.ToString("HH:mm", turn.Culture), turn.Zone.Id];
    }
}
