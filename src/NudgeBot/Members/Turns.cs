using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Members;

/// <summary>Begins turns: finds the member, or takes in a new one, and the zone and language that hold for them.</summary>
internal sealed class Turns(BotDb db, Schedules schedules, WorkspaceTime time)
{
    /// <summary>The kind of schedule that greets a new member.</summary>
    public const string Welcome = "welcome";

    /// <summary>Begins the turn of somebody who wrote or pressed something.</summary>
    public async Task<Turn> EnterAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var now = incoming.At ?? time.Now(incoming.WorkspaceId);
        var member = await db.Set<Member>().SingleOrDefaultAsync(cancellationToken);
        if (member is null)
        {
            member = new Member { JoinedAt = now, Language = await LanguageAsync(incoming, cancellationToken) };
            db.Add(member);
            // The greeting names who brought NudgeBot to the place where they met.
            await schedules.SetAsync(Welcome, incoming.MemberId, incoming.Conversation.Id, now, cancellationToken);
        }

        await RememberMailboxAsync(incoming, cancellationToken);
        return await BeginAsync(member, incoming.Conversation, now, cancellationToken);
    }

    /// <summary>Begins the turn of a member for whom something fell due; null when the member was forgotten meanwhile.</summary>
    public async Task<(Turn Turn, Member Member)?> EnterAsync(Due due, CancellationToken cancellationToken) =>
        await db.Set<Member>().SingleOrDefaultAsync(cancellationToken) is { } member
            ? (await BeginAsync(member, Conversation.With(due.MemberId), due.Now, cancellationToken), member)
            : null;

    /// <summary>Begins a turn that only looks: nobody is taken in, and somebody new is shown what holds by default.</summary>
    public async Task<(Turn Turn, Member Member)> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.Now(db.WorkspaceId!);
        var member = await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new Member { JoinedAt = now };
        return (await BeginAsync(member, Conversation.With(db.MemberId!), now, cancellationToken), member);
    }

    /// <summary>The same turn with the zone and language that hold for the member now that their settings changed.</summary>
    public async Task<Turn> RenewAsync(Turn turn, Member member, CancellationToken cancellationToken) =>
        turn with { Zone = await ZoneAsync(member, cancellationToken), Culture = CultureInfo.GetCultureInfo(member.Language) };

    private async Task<Turn> BeginAsync(Member member, Conversation conversation, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(db.WorkspaceId!, db.MemberId!, conversation, now, await ZoneAsync(member, cancellationToken), CultureInfo.GetCultureInfo(member.Language));

    /// <summary>The language that a new member begins with: the one of their account, if NudgeBot speaks it. An unknown account is taken in by its name.</summary>
    private async Task<string> LanguageAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(row => row.AccountId == incoming.MemberId, cancellationToken) is { } account)
            return account.Language is { } language && Settings.Languages.Contains(language) ? language : Settings.Languages[0];
        var name = incoming.AuthorName ?? incoming.MemberId;
        var folded = Fold.Name(name);
        db.Add(new Account { AccountId = incoming.MemberId, Name = name, FoldedName = folded, FoldedFirstName = folded.Split(' ')[0], TimeZone = "Etc/UTC" });
        return Settings.Languages[0];
    }

    private async Task<TimeZoneInfo> ZoneAsync(Member member, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == db.MemberId, cancellationToken);
        return TimeZoneInfo.FindSystemTimeZoneById(member.TimeZone ?? account?.TimeZone ?? "Etc/UTC");
    }

    /// <summary>Who writes can be written to again; where they wrote directly is where direct messages go.</summary>
    private async Task RememberMailboxAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var mailbox = await db.Set<Mailbox>().SingleOrDefaultAsync(row => row.MemberId == incoming.MemberId, cancellationToken);
        // Somebody may give a command in a direct chat that NudgeBot is not part of; the adapter names no conversation then.
        var isMailbox = incoming.Conversation is { IsDirect: true, Id.Length: > 0 };
        if (mailbox is null && isMailbox)
            db.Add(new Mailbox { MemberId = incoming.MemberId, ConversationId = incoming.Conversation.Id });
        if (mailbox is null)
            return;
        mailbox.BlockedAt = null;
        if (isMailbox)
            mailbox.ConversationId = incoming.Conversation.Id;
    }
}
