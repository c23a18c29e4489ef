using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Nudges.Sending;

/// <summary>The buttons under a suggestion. Each says for screen readers whom it is about.</summary>
internal sealed class NudgeButtons(IStringLocalizer<SendingText> text)
{
    private static readonly Span[] Rests = [new(1, TimeUnit.Week), new(2, TimeUnit.Week), new(1, TimeUnit.Month)];

    /// <summary>The buttons that go with what is said about a person.</summary>
    public ActionRow For(Draft draft, NudgeItem item) => draft.Slot switch
    {
        SuggestionSlot.Question => new([Keep(item), .. Seat(draft, item, more: false), Stop(item, more: false)]),
        SuggestionSlot.Happened => Happened(item),
        _ => new([.. Suggested(item), .. Ask(draft), .. Seat(draft, item, more: true), .. draft.IsSeated ? [] : (Button[])[Stop(item, more: true)], .. Shelf(draft, item)]),
    };

    /// <summary>When a moment would suit.</summary>
    public ActionRow Moments(NudgeItem item) => new(
        Make(WhenAction.Id, "when.standup", item, HandyTime.AfterStandUp),
        Make(WhenAction.Id, "when.lunch", item, HandyTime.AtLunch),
        Make(WhenAction.Id, "when.pick", item, HandyTime.Picked));

    /// <summary>How long to leave a person out.</summary>
    public ActionRow Snoozes(NudgeItem item) => new(
        [.. Rests.Select(rest => Make(SnoozeAction.Id, $"snooze.{rest.Count}.{rest.Unit}", item, rest.ToString()))]);

    /// <summary>Takes back what the answer recorded.</summary>
    public Button TakeBack(Guid suggestionId, string? name) => new(TakeBackAction.Id, text["takeback"], SuggestionValue.Of(suggestionId), About: name);

    private Button[] Suggested(NudgeItem item) =>
    [
        Make(ReachedAction.Id, "reached", item, style: ButtonStyle.Primary),
        Make(HelpedAction.Id, "helped", item),
        Make(WhenAction.Id, "when", item),
        Make(SnoozeAction.Id, "snooze", item),
        Make(SayAction.Id, "notnow", item, SayAction.NotNow),
        Make(WhyAction.Id, "why", item),
    ];

    /// <summary>Where the person asks their circle for something: that one can help.</summary>
    private Button[] Ask(Draft draft) => draft.AskId is { } ask ? [new Button(HelpAction.Id, text["button.canhelp"], ask.ToString(), About: draft.Name)] : [];

    private Button Keep(NudgeItem item) => Make(SayAction.Id, "keep", item, SayAction.Keep, ButtonStyle.Primary);

    /// <summary>What only somebody with a seat can be given.</summary>
    private Button[] Seat(Draft draft, NudgeItem item, bool more) => draft.IsSeated
        ? [Make(LeaveAction.Id, "rest", item, LeaveAction.Rest, more: more), .. more ? [Make(LeaveAction.Id, "release", item, LeaveAction.Release, more: true)] : (Button[])[]]
        : [];

    /// <summary>Where the person came from the shelf: that nobody shall.</summary>
    private Button[] Shelf(Draft draft, NudgeItem item) => draft.Slot == SuggestionSlot.Shelf ? [Make(ShelfOffAction.Id, "shelfoff", item, more: true)] : [];

    private Button Stop(NudgeItem item, bool more) => Make(StopAction.Id, "stop", item, more: more);

    private ActionRow Happened(NudgeItem item) => new(
        Make(ReachedAction.Id, "happened.yes", item, style: ButtonStyle.Primary),
        Make(SayAction.Id, "happened.notyet", item, SayAction.NotYet),
        Make(SayAction.Id, "happened.no", item, SayAction.No));

    private Button Make(
        string actionId, string label, NudgeItem item, string choice = "", ButtonStyle style = ButtonStyle.Normal, bool more = false) =>
        new(actionId, text[$"button.{label}"], SuggestionValue.Of(item.SuggestionId, choice), style, more, item.Name);
}
