using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Members;

/// <summary>The settings in the member's words: as a form, as lines, and what is wrong with what was filled in.</summary>
internal sealed class SettingsTexts(IStringLocalizer<MembersText> text)
{
    private const int LongestQuote = 60;

    /// <summary>The form, filled in.</summary>
    public Form Form(Turn turn, IReadOnlyDictionary<string, string> filled) => new(
        SettingsAction.Id, text["settings.title"], text["settings.save"], null,
        [
            new ChoiceField(SettingsFields.NudgeDay, text["settings.day"], Weekdays(turn), filled[SettingsFields.NudgeDay]),
            new TimeField(SettingsFields.NudgeTime, text["settings.time"], filled[SettingsFields.NudgeTime]),
            new ChoiceField(
                SettingsFields.DaysOff, text["settings.daysoff"], Weekdays(turn), filled[SettingsFields.DaysOff],
                Optional: true, Hint: text["settings.daysoff.hint"], Several: true),
            new TextField(
                SettingsFields.TimeZone, text["settings.zone"], filled[SettingsFields.TimeZone],
                Optional: true, Hint: text["settings.zone.hint"], MaxLength: 100),
            new ChoiceField(
                SettingsFields.NudgesAWeek, text["settings.nudges"],
                [.. Enumerable.Range(0, Settings.MostNudges + 1).Select(count => new Option($"{count}", text[$"settings.nudges.{count}"]))],
                filled[SettingsFields.NudgesAWeek]),
            new TextField(
                SettingsFields.Seats, text["settings.seats"], filled[SettingsFields.Seats],
                Hint: text["settings.seats.hint", Settings.MostSeats], MaxLength: 10),
            YesOrNo(SettingsFields.UsesShelf, "settings.shelf", filled),
            YesOrNo(SettingsFields.Reveals, "settings.reveal", filled),
            new ChoiceField(
                SettingsFields.Language, text["settings.language"],
                [.. Settings.Languages.Select(code => new Option(code, text[$"language.{code}"]))], filled[SettingsFields.Language]),
        ]);

    /// <summary>Every setting with its label.</summary>
    public IReadOnlyList<Fact> Lines(Turn turn, Settings settings)
    {
        var off = Settings.Week.Where(day => settings.DaysOff.HasFlag(SettingsFields.Off(day))).Select(turn.Culture.DateTimeFormat.GetDayName).ToList();
        return
        [
            new(text["settings.day"], turn.Culture.DateTimeFormat.GetDayName(settings.NudgeDay)),
            new(text["settings.time"], settings.NudgeTime.ToString("HH:mm", turn.Culture)),
            new(text["settings.daysoff"], off.Count == 0 ? text["settings.daysoff.none"] : string.Join(", ", off)),
            new(text["settings.zone"], settings.TimeZone ?? text["settings.zone.account"]),
            new(text["settings.nudges"], text[$"settings.nudges.{settings.NudgesAWeek}"]),
            new(text["settings.seats"], $"{settings.Seats}"),
            new(text["settings.shelf"], text[settings.UsesShelf ? "yes" : "no"]),
            new(text["settings.reveal"], text[settings.RevealsMutualChoice ? "yes" : "no"]),
            new(text["settings.language"], text[$"language.{settings.Language}"]),
        ];
    }

    /// <summary>What is wrong, and what would work.</summary>
    public string Fault(Turn turn, SettingsFault fault)
    {
        var found = fault.Found.Length > LongestQuote ? fault.Found[..LongestQuote] + "…" : fault.Found;
        return text[fault.Key, fault.Day is { } day ? turn.Culture.DateTimeFormat.GetDayName(day) : found, fault.Expected];
    }

    private static List<Option> Weekdays(Turn turn) =>
        [.. Settings.Week.Select(day => new Option(day.ToString(), turn.Culture.DateTimeFormat.GetDayName(day)))];

    private ChoiceField YesOrNo(string field, string key, IReadOnlyDictionary<string, string> filled) =>
        new(field, text[key], [new(SettingsFields.Yes, text["yes"]), new(SettingsFields.No, text["no"])], filled[field], Hint: text[$"{key}.hint"]);
}
