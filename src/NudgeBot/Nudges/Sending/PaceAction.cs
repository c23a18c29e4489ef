using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary>The last question after several unanswered nudges: as before, once a month, or no more.</summary>
internal sealed class PaceAction(Pacing pacing, MemberChanges changes, NudgesState state, IStringLocalizer<SendingText> text) : IAction
{
    private const string Weekly = "weekly", Monthly = "monthly", Stop = "stop";

    public static string Id => "nudge.pace";

    /// <summary>The question.</summary>
    public static Message Ask(IStringLocalizer<SendingText> text, string question) => new(
        $"{text["pace.heading"]}\n{question}",
        new Card([
            new Heading(text["pace.heading"]),
            new Paragraph(question),
            new ActionRow(
                new Button(Id, text["pace.weekly"], Weekly, ButtonStyle.Primary),
                new Button(Id, text["pace.monthly"], Monthly),
                new Button(Id, text["pace.stop"], Stop)),
        ]));

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value is not (Weekly or Monthly or Stop))
            return text["gone"].Value;
        var pace = await pacing.ReadAsync(cancellationToken);
        pace.WantsMonthly = press.Value == Monthly;
        var renewed = await changes.ApplyAsync(turn, member => member.Consent = press.Value == Stop ? Consent.Off : Consent.On, cancellationToken);
        var line = press.Value == Monthly ? text["pace.monthly.done"].Value : state.Line(renewed, await changes.ReadAsync(cancellationToken));
        return new Message(line, Replaces: true);
    }
}
