using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Ledger;

/// <summary>Shares thanks in a channel's next digest; where there are several channels, a form asks in which. Who helped hears of it first.</summary>
internal sealed class ShareThanksAction(
    BotDb db, Records records, Givers givers, ThanksCard card, PostableChannels channels, Schedules schedules, IStringLocalizer<LedgerText> text) : IAction
{
    private const string ChannelField = "channel";

    public static string Id => "thanks.share";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(press.Id, cancellationToken) is not var (entry, persons) || entry.Kind is not EntryKind.Received)
            return new Message(text["thanks.gone"], Replaces: true);
        var open = await channels.OfAsync(turn.MemberId, cancellationToken);
        if (open.Count == 0)
            return new Message(text["share.nowhere"]);
        var asked = press.Form.ContainsKey(ChannelField);
        var channel = asked ? open.FirstOrDefault(one => one.Id == press.Field(ChannelField)) : open is [var only] ? only : null;
        if (channel is null)
        {
            var wrong = asked ? new Fault(text["share.unknown"], ChannelField) : null;
            return new Message(wrong?.Text ?? text["share.where"], Form: Ask(turn, entry, open).With(wrong));
        }

        // One decision for each record: what was taken down is not shared again.
        if (!await db.Set<SharedThanks>().AnyAsync(row => row.FromMemberId == turn.MemberId && row.EntryId == entry.EntryId, cancellationToken))
            await ShareAsync(turn, entry, persons, channel, cancellationToken);
        return (await card.ShowAsync(turn, entry, persons, cancellationToken)) with { Replaces = true };
    }

    private Form Ask(Turn turn, Entry entry, IReadOnlyList<PostableChannel> open) => new(
        Id, text["share.title"], text["share.submit"], entry.EntryId.ToString(),
        [
            new ChoiceField(
                ChannelField, text["share.channel"], [.. open.Select(one => new Option(one.Id, $"#{one.Name}"))],
                open.FirstOrDefault(one => one.Id == turn.Conversation.Id)?.Id, Hint: text["share.hint"]),
        ]);

    private async Task ShareAsync(Turn turn, Entry entry, IReadOnlyList<Person> persons, PostableChannel channel, CancellationToken cancellationToken)
    {
        var accounts = await givers.AccountsAsync(persons, cancellationToken);
        foreach (var person in persons)
        {
            var shared = new SharedThanks
            {
                SharedId = turn.NewId(),
                FromMemberId = turn.MemberId,
                EntryId = entry.EntryId,
                GiverAccountId = accounts.GetValueOrDefault(person.PersonId),
                GiverName = person.Name,
                Text = entry.Text,
                On = entry.On,
                ChannelId = channel.Id,
                ChannelName = channel.Name,
                SharedAt = turn.Now,
            };
            db.Add(shared);
            if (shared.GiverAccountId is { } account)
                await schedules.SetAsync(SharedThanksDue.Kind, account, shared.SharedId.ToString(), turn.Now, cancellationToken);
        }
    }
}
