using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary><c>digest here weekly friday 15:00</c>, <c>digest off</c>, <c>digest preview</c>; <c>digest</c> alone says how things stand.</summary>
internal sealed class DigestCommand(
    BotDb db, DigestRights rights, Schedules schedules, DigestPreview preview, SharedCircle circle, ScheduleWords words, Refusals refusals,
    IStringLocalizer<DigestText> text) : ICommand
{
    public static CommandInfo Info { get; } = new(
        "digest", "digest here weekly friday 15:00", "digest here every 2 weeks monday 09:00", "digest here monthly first tuesday 10:00",
        "digest preview", "digest off");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (turn.Conversation.IsDirect)
            return text["direct", Info.Examples[0]].Value;
        var digest = await db.Set<Digest>().SingleOrDefaultAsync(row => row.ChannelId == turn.Conversation.Id, cancellationToken);
        if (rest.Length == 0 && digest is not null)
            return await StandingAsync(turn, digest, cancellationToken);
        var parsed = Shapes.Digest(rest);
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        if (!await rights.MayDecideAsync(turn, cancellationToken))
            return text["refused"].Value;
        return (parsed.Value, digest) switch
        {
            (DigestArgs.Here here, _) => await SetAsync(turn, digest, here.Schedule, cancellationToken),
            (_, null) => text["none", Info.Examples[0]].Value,
            (DigestArgs.Off, _) => await EndAsync(digest, cancellationToken),
            _ => await preview.ShowAsync(turn, digest, cancellationToken),
        };
    }

    private async Task<Reply> SetAsync(Turn turn, Digest? digest, DigestSchedule schedule, CancellationToken cancellationToken)
    {
        if (digest is not null)
            db.Remove(digest);
        await db.SaveChangesAsync(cancellationToken);
        digest = new Digest
        {
            ChannelId = turn.Conversation.Id,
            Phrase = schedule.ToString(),
            TimeZone = turn.Zone.Id,
            Language = turn.Culture.TwoLetterISOLanguageName,
            Anchor = Recurrence.Anchor(schedule, turn.Zone, turn.Now),
        };
        db.Add(digest);
        await schedules.SetAsync(DigestPosting.Kind, "", digest.ChannelId, digest.DueAfter(turn.Now), cancellationToken);
        return await StandingAsync(turn, digest, cancellationToken);
    }

    private async Task<Reply> EndAsync(Digest digest, CancellationToken cancellationToken)
    {
        db.Remove(digest);
        await schedules.SetAsync(DigestPosting.Kind, "", digest.ChannelId, null, cancellationToken);
        return text["off", Info.Examples[0]].Value;
    }

    private async Task<Reply> StandingAsync(Turn turn, Digest digest, CancellationToken cancellationToken)
    {
        var line = text["set", Times(turn, digest)].Value;
        var how = text["circle.how"].Value;
        return new Message(
            $"{line}\n{how}", new Card(new Paragraph(line), new Quiet(how), new ActionRow(await circle.ButtonAsync(turn, cancellationToken))));
    }

    /// <summary>How often, in which zone, and the date of the next one.</summary>
    private string Times(Turn turn, Digest digest)
    {
        var next = digest.TurnAt(digest.NextAfter(turn.Now)) with { Culture = turn.Culture };
        return text["times", words.Of(digest.Schedule, turn.Culture), digest.TimeZone, next.Show(next.Today)];
    }
}
