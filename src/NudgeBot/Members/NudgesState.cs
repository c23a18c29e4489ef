using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Members;

/// <summary>Says in one place whether nudges come to a member, and when.</summary>
internal sealed class NudgesState(IStringLocalizer<MembersText> text)
{
    /// <summary>Whether nudges come, with the button that changes it.</summary>
    public Message Show(Turn turn, Member member)
    {
        var line = Line(turn, member);
        var button = member.Consent == Consent.On
            ? new Button(NudgesOffAction.Id, text["nudges.stop"])
            : new Button(NudgesOnAction.Id, text["nudges.yes"], Style: ButtonStyle.Primary);
        return new Message(line, new Card(new Paragraph(line), new ActionRow(button)));
    }

    /// <summary>Whether nudges come, in a sentence or two.</summary>
    public string Line(Turn turn, Member member) => (member.Consent, member.PausedUntil) switch
    {
        (Consent.Off, _) => text["nudges.off"],
        (not Consent.On, _) => text["nudges.asked"],
        (_, { } until) when until == DateOnly.MaxValue => text["nudges.paused", Rhythm(turn, member)],
        (_, { } until) when member.IsPausedOn(turn.Today) => text["nudges.paused.until", Rhythm(turn, member), turn.Show(until)],
        _ => text["nudges.on", Rhythm(turn, member)],
    };

    /// <summary>How often and when, such as "every Tuesday at 09:30 (Europe/Madrid)".</summary>
    private string Rhythm(Turn turn, Member member) => text[
        $"rhythm.{member.NudgesAWeek}", turn.Culture.DateTimeFormat.GetDayName(member.NudgeDay),
        member.NudgeTime.ToString("HH:mm", turn.Culture), turn.Zone.Id];
}
