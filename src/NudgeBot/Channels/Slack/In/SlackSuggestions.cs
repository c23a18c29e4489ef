using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Offers persons while one types a name into a form: those who fit, and the name itself for somebody new.</summary>
internal sealed class SlackSuggestions(UnitOfWork unitOfWork, IStringLocalizer<SlackInboundText> text)
{
    /// <summary>Options that Slack takes in one answer.</summary>
    private const int Most = 100;

    public async Task<SlackAcknowledgement> AnswerAsync(SlackAccess access, SlackInteraction interaction)
    {
        var options = new JsonArray();
        if (interaction.ActionId == SlackForms.Person)
        {
            var typed = (interaction.Value ?? "").Trim();
            var found = await unitOfWork.ReadAsync(
                access.WorkspaceId, interaction.User!.Id!, services => services.GetRequiredService<Suggestions>().FindAsync(typed, CancellationToken.None));
            foreach (var option in found.Concat(Itself(typed, found)).Where(option => option.Value.Length <= SlackLimits.Label).Take(Most))
                options.Add(Write(option));
        }

        return new(new JsonObject { ["options"] = options });
    }

    private IEnumerable<Option> Itself(string typed, IReadOnlyList<Option> found) =>
        typed.Length == 0 || found.Any(option => Fold.Name(option.Label) == Fold.Name(typed))
            ? []
            : [new($"\"{typed.Replace("\"", "", StringComparison.Ordinal)}\"", text["somebody", typed])];

    private static JsonObject Write(Option option) => new()
    {
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = SlackWords.Cut(option.Label, SlackLimits.Label) },
        ["value"] = option.Value,
    };
}
