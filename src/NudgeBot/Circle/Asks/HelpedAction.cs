using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>Logs the help that came of an ask: opens a form that already holds what was asked, and records it.</summary>
internal sealed class HelpedAction(BotDb db, Names names, Records records, IStringLocalizer<CircleText> text) : IAction
{
    private const string What = "what", On = "on";

    public static string Id => "ask.helped";

    public static bool OpensForm => true;

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await db.Set<AskLetter>().SingleOrDefaultAsync(
            row => row.MemberId == turn.MemberId && row.AskId == press.Id && row.OfferedAt != null, cancellationToken) is not { } letter)
            return text["help.gone"].Value;
        if (press.Form.Count == 0)
            return Ask(turn, letter, letter.Text, null);
        var what = Typed.Clean(press.Field(What));
        if (what.Length == 0)
            return Ask(turn, letter, what, press.Field(On), new(text["help.what.missing"], What));
        if (!DateOnly.TryParseExact(press.Field(On), "yyyy-MM-dd", out var on))
            return Ask(turn, letter, what, null, new(text["help.on.wrong"], On));
        if (records.Refusal(turn, what, on) is { } refusal)
            return Ask(turn, letter, what, press.Field(On), new(refusal.Messages[0].Text, what.Length > Records.LongestText ? What : On));
        var found = await names.ResolveAsync(turn, new PersonName.Mention(0, letter.FromMemberId, null), cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Gave, found.Persons, what, on, cancellationToken);
        return records.Confirm(turn, entry, found.Persons);
    }

    private Message Ask(Turn turn, AskLetter letter, string what, string? on, Fault? wrong = null) => new(
        wrong?.Text ?? text["help.form"],
        Form: new Form(Id, text["help.title"], text["save"], letter.AskId.ToString(), [
            new TextField(What, text["help.what"], what, Lines: true, MaxLength: Records.LongestText),
            new DateField(On, text["help.on"], on ?? turn.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ]).With(wrong));
}
