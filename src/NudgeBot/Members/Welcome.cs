using System.Globalization;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Members;

/// <summary>
/// The first message to a new member: who installed the bot, what it keeps, how to stop it, and the question whether nudges may come.
/// Its schedule is set when the member is taken in and never again, so it comes once.
/// </summary>
internal sealed class Welcome(BotDb db, Turns turns, MemberChanges changes, Outbox outbox, IEnumerable<IInstallers> installers, IStringLocalizer<MembersText> text) : IScheduled
{
    private const int MostNames = 3;

    public static string Kind => Turns.Welcome;

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member))
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        string[] lines = [await InstalledAsync(due.Subject, cancellationToken), text["welcome.keeps"], text["welcome.stop"]];
        // Somebody whose very first words were "nudges on" is told all the same, and not asked again.
        if (member.Consent == Consent.NotAsked)
        {
            await changes.ApplyAsync(turn, it => it.Consent = Consent.Asked, cancellationToken);
            outbox.ToMember(Kind, turn.MemberId, Asking(lines), turn.Now);
        }
        else
        {
            outbox.ToMember(Kind, turn.MemberId, new Message(string.Join('\n', lines)), turn.Now);
        }

        return null;
    }

    private Message Asking(IReadOnlyList<string> lines) => new(
        string.Join('\n', [.. lines, text["welcome.answer"]]),
        new Card([
            .. lines.Select(line => new Paragraph(line)),
            new ActionRow(
                new Button(NudgesOnAction.Id, text["nudges.yes"], Style: ButtonStyle.Primary),
                new Button(NudgesOffAction.Id, text["nudges.no"])),
        ]));

    /// <summary>Who installed NudgeBot, as far as anybody knows.</summary>
    /// <param name="metIn">The conversation in which the member first spoke.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<string> InstalledAsync(string metIn, CancellationToken cancellationToken)
    {
        var admins = await db.Set<Account>().AsNoTracking().Where(row => row.IsAdmin && row.IsActive)
            .OrderBy(row => row.Name).Select(row => new { row.AccountId, row.Name }).ToListAsync(cancellationToken);
        if (admins.Any(admin => admin.AccountId == db.MemberId))
            return text["welcome.installed.you"];
        if (admins.Count > 0)
            return text["welcome.installed", admins.Take(MostNames).Select(admin => admin.Name).Humanize(text["or"])];
        var workspace = await db.Set<Workspace>().AsNoTracking().SingleAsync(cancellationToken);
        if (metIn.Length > 0 && installers.FirstOrDefault(one => one.Name == workspace.Channel) is { } known && await known.OfAsync(workspace.WorkspaceId, metIn, cancellationToken) is { } adder)
        {
            if (adder == db.MemberId)
                return text["welcome.added.you"];
            if (await db.Set<Account>().AsNoTracking().Where(row => row.AccountId == adder && row.Name != adder).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) is { } name)
                return text["welcome.added", name];
        }

        return workspace.Name.Length > 0 ? text["welcome.installed.unknown", workspace.Name] : text["welcome.installed.nobody"];
    }
}
