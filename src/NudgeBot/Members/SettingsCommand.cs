using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Members;

/// <summary><c>settings</c>: a form with everything that a member can choose, as it is now.</summary>
internal sealed class SettingsCommand(MemberChanges changes, SettingsTexts texts, Refusals refusals, IStringLocalizer<MembersText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("settings", "settings");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (Shapes.None(rest) is { Ok: false } wrong)
            return refusals.NotUnderstood(wrong.Error, Info);
        var settings = Settings.Of(await changes.ReadAsync(cancellationToken));
        var lines = texts.Lines(turn, settings).Select(line => $"{line.Label}: {line.Text}");
        return new Message(
            string.Join('\n', lines.Prepend(text["settings.now"].Value)), Form: texts.Form(turn, SettingsFields.Write(settings)));
    }
}
