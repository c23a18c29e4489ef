using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Members;

/// <summary>The submitted form of settings: all of it is taken and confirmed, or nothing is and every fault is named.</summary>
internal sealed class SettingsAction(MemberChanges changes, SettingsTexts texts, IStringLocalizer<MembersText> text) : IAction
{
    public static string Id => "settings";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var before = Settings.Of(await changes.ReadAsync(cancellationToken));
        // A field that is left out stays as it is; but from a whole form, platforms leave out what was emptied.
        var isWhole = SettingsFields.Required.All(press.Form.ContainsKey);
        var filled = SettingsFields.Write(before).ToDictionary(
            field => field.Key, field => isWhole || press.Form.ContainsKey(field.Key) ? press.Field(field.Key) : field.Value);
        var (after, faults) = SettingsFields.Read(filled);
        if (after is null)
        {
            var what = faults.Select(fault => $"• {texts.Fault(turn, fault)}");
            var beside = faults.DistinctBy(fault => fault.Field).ToDictionary(fault => fault.Field, fault => texts.Fault(turn, fault));
            return new Message(
                string.Join('\n', what.Prepend(text["settings.refused"].Value)), Form: texts.Form(turn, filled) with { Faults = beside }, Replaces: true);
        }

        if (after == before)
            return new Message(text["settings.same"], Replaces: true);
        var renewed = await changes.ApplyAsync(turn, after.ApplyTo, cancellationToken);
        // A new language begins with the answer to its own choice.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = renewed.Culture;
        var changed = texts.Lines(renewed, before).Zip(texts.Lines(renewed, after))
            .Where(line => line.First != line.Second)
            .Select(line => text["settings.changed", line.Second.Label, line.Second.Text, line.First.Text].Value);
        return new Message(string.Join('\n', changed.Prepend(text["settings.saved"].Value)), Replaces: true);
    }
}
