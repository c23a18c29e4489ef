using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Portability;

/// <summary>Asks before anything is forgotten, and says in words what would go.</summary>
internal sealed class ForgetTexts(BotDb db, IStringLocalizer<PortabilityText> text)
{
    /// <summary>Asks whether a person shall be forgotten.</summary>
    public async Task<Message> AskAsync(Person person, CancellationToken cancellationToken)
    {
        var kinds = await (
            from about in db.Set<EntryPerson>()
            join entry in db.Set<Entry>() on about.EntryId equals entry.EntryId
            where about.PersonId == person.PersonId
            select entry.Kind).Distinct().ToListAsync(cancellationToken);
        List<string> gone = [.. kinds.Order().Select(kind => text[$"kind.{kind}"].Value)];
        if (await db.Set<Associate>().AnyAsync(row => row.PersonId == person.PersonId, cancellationToken))
            gone.Add(text["kind.seat"]);
        var what = gone.Count == 0 ? text["forget.name", person.Name] : text["forget.person", person.Name, gone.Humanize(text["and"])];
        return Ask(what, text["forget.person.kept"], new Button(
            ForgetPersonAction.Id, text["forget.yes", person.Name].Value.Truncate(30), person.PersonId.ToString(), ButtonStyle.Danger));
    }

    /// <summary>Asks whether the member shall be forgotten.</summary>
    public Message AskAboutMember() => Ask(
        text["forget.me"], text["forget.me.others"], new Button(ForgetMeAction.Id, text["forget.me.yes"], Style: ButtonStyle.Danger));

    private Message Ask(string what, string besides, Button yes) => new(
        $"{what}\n{besides}\n{text["forget.sure"]}",
        new Card(
            new Paragraph(what), new Paragraph(besides), new Paragraph(text["forget.sure"]),
            new ActionRow(yes, new Button(ForgetKeepAction.Id, text["forget.keep"]))));
}
