using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Asks;

/// <summary>What authors do with their asks: write, close, open again, withdraw, make public.</summary>
internal sealed class Asking(BotDb db, IEnumerable<ITakeDownObserver> observers, IStringLocalizer<CircleText> text)
{
    /// <summary>Writes an ask and a letter for each associate in the workspace.</summary>
    public async Task<Message> AskAsync(Turn turn, string what, CancellationToken cancellationToken)
    {
        if (await FreeNumberAsync(cancellationToken) is not { } number)
            return new Message(text["ask.full", Limits.Count]);
        var ask = new Ask { AskId = turn.NewId(), Number = number, Text = what, AskedAt = turn.Now };
        db.Add(ask);
        var circle = await (
            from seat in db.Set<Associate>()
            join alias in db.Set<PersonAlias>() on seat.PersonId equals alias.PersonId
            join account in db.Set<Account>() on alias.Value equals account.AccountId
            where seat.RestedOn == null && alias.Kind == AliasKind.Account && alias.Until == null && account.IsActive
            select new { account.AccountId, account.Name, seat.PersonId }).ToListAsync(cancellationToken);
        circle = [.. circle.DistinctBy(one => one.AccountId).OrderBy(one => one.Name, StringComparer.Create(turn.Culture, ignoreCase: true))];
        db.AddRange(circle.Select(one => new AskLetter
        {
            MemberId = one.AccountId,
            PersonId = one.PersonId,
            AskId = ask.AskId,
            Number = number,
            Text = what,
            AskedAt = turn.Now,
        }));
        var line = text["ask.line", number, what].Value;
        var seen = circle.Count == 0 ? text["ask.nobody"].Value : text["ask.seen", circle.Select(one => one.Name).Humanize(text["and"])].Value;
        return new Message($"{line}\n{seen}", new Card(
            new Paragraph(line),
            new Quiet(seen),
            new ActionRow(
                Action(ask, AskAction.Publish), Action(ask, AskAction.Done), Action(ask, AskAction.Withdraw))));
    }

    /// <summary>Closes an ask: nobody is shown it any more.</summary>
    public async Task<Message> CloseAsync(Turn turn, Ask ask, CancellationToken cancellationToken)
    {
        if (ask.ClosedAt is not null)
            return new Message(text["ask.closed"]);
        ask.ClosedAt = turn.Now;
        var letters = await LettersAsync(ask, cancellationToken);
        foreach (var letter in letters)
            letter.ClosedAt = turn.Now;
        await HideAsync(turn, ask, cancellationToken);
        var line = text["ask.done", ask.Number, ask.Text].Value;
        return new Message(line, new Card(new Paragraph(line), new ActionRow(Action(ask, AskAction.Reopen))));
    }

    /// <summary>Opens an ask again that was closed by mistake; what was public stays private.</summary>
    public async Task<Message> ReopenAsync(Ask ask, CancellationToken cancellationToken)
    {
        if (ask.ClosedAt is not null)
        {
            var taken = await db.Set<Ask>().AnyAsync(row => row.ClosedAt == null && row.Number == ask.Number, cancellationToken);
            if ((taken ? await FreeNumberAsync(cancellationToken) : ask.Number) is not { } number)
                return new Message(text["ask.full", Limits.Count]);
            (ask.ClosedAt, ask.Number) = (null, number);
            foreach (var letter in await LettersAsync(ask, cancellationToken))
                (letter.ClosedAt, letter.Number) = (null, number);
        }

        return new Message(text["ask.line", ask.Number, ask.Text], Replaces: true);
    }

    /// <summary>Takes an ask back, as if it had never been written.</summary>
    public async Task<Message> WithdrawAsync(Turn turn, Ask ask, CancellationToken cancellationToken)
    {
        await HideAsync(turn, ask, cancellationToken);
        db.Remove(ask);
        return new Message(text["ask.withdrawn", ask.Text], Replaces: true);
    }

    /// <summary>Lets the digests of the workspace show an open ask.</summary>
    public async Task<Message> PublishAsync(Turn turn, Ask ask, CancellationToken cancellationToken)
    {
        if (ask.ClosedAt is not null)
            return new Message(text["ask.closed"]);
        if (await db.FindAsync<PublicAsk>([db.WorkspaceId, ask.AskId], cancellationToken) is null)
        {
            db.Add(new PublicAsk
            {
                AskId = ask.AskId,
                AuthorId = turn.MemberId,
                Number = ask.Number,
                Text = ask.Text,
                AskedAt = ask.AskedAt,
            });
        }

        var line = text["ask.public", ask.Number, ask.Text].Value;
        return new Message(line, new Card(new Paragraph(line), new ActionRow(Action(ask, AskAction.Hide), Action(ask, AskAction.Done))), Replaces: true);
    }

    /// <summary>Takes an ask out of the digests.</summary>
    public async Task<Message> HideAsync(Turn turn, Ask ask, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<PublicAsk>([db.WorkspaceId, ask.AskId], cancellationToken) is { } shown)
        {
            db.Remove(shown);
            foreach (var observer in observers)
                await observer.TakenDownAsync(turn, ask.AskId, cancellationToken);
        }

        var line = text["ask.hidden", ask.Number, ask.Text].Value;
        return new Message(line, new Card(new Paragraph(line), new ActionRow(Action(ask, AskAction.Publish), Action(ask, AskAction.Done))), Replaces: true);
    }

    /// <summary>A button for something that the author can do with an ask.</summary>
    public Button Action(Ask ask, string what) => new(AskAction.Id, text[$"ask.button.{what}", ask.Number], $"{what}/{ask.AskId}");

    private Task<List<AskLetter>> LettersAsync(Ask ask, CancellationToken cancellationToken) =>
        db.Set<AskLetter>().Where(row => row.FromMemberId == ask.MemberId && row.AskId == ask.AskId).ToListAsync(cancellationToken);

    /// <summary>The smallest number that no open ask has; null when there are as many open ones as there may be.</summary>
    private async Task<int?> FreeNumberAsync(CancellationToken cancellationToken)
    {
        var taken = await db.Set<Ask>().Where(row => row.ClosedAt == null).Select(row => row.Number).ToListAsync(cancellationToken);
        return Enumerable.Range(1, Limits.Count).Except(taken).Select(number => (int?)number).FirstOrDefault();
    }
}
