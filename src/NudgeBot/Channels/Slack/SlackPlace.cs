using System.Text.Json;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;

namespace NudgeBot.Channels.Slack;

/// <summary>The workspace and organisation that a request speaks of. Which of them installed NudgeBot, the installations tell.</summary>
/// <param name="IsOrganisation">True where the organisation installed it as a whole.</param>
internal sealed record SlackPlace(string? TeamId, string? EnterpriseId, bool IsOrganisation)
{
    /// <summary>Whether anything is said of it at all.</summary>
    public bool IsKnown => Tenants.Any();

    /// <summary>The tenants that may serve it, the likeliest first.</summary>
    private IEnumerable<string> Tenants => (IsOrganisation ? new[] { EnterpriseId, TeamId } : [TeamId, EnterpriseId]).OfType<string>().Where(id => id.Length > 0).Distinct();

    public static SlackPlace Of(SlackCommandPayload command) => new(command.TeamId, command.EnterpriseId, IsTrue(command.IsEnterpriseInstall));

    /// <summary>A modal in a shared channel belongs to the workspace that installed the app, not to the one of who uses it.</summary>
    public static SlackPlace Of(SlackInteraction interaction) => new(
        interaction.AppInstalledTeamId ?? interaction.Team?.Id ?? interaction.User?.TeamId,
        interaction.Enterprise?.Id ?? interaction.Team?.EnterpriseId, IsTrue(interaction.IsEnterpriseInstall));

    /// <summary>The team of an event in a shared channel is where it happened; the context says where the app is installed.</summary>
    public static SlackPlace Of(SlackEventEnvelope envelope) =>
        envelope.Authorizations is [var authorization, ..]
            ? new(authorization.TeamId ?? envelope.ContextTeamId ?? envelope.TeamId, authorization.EnterpriseId ?? envelope.ContextEnterpriseId ?? envelope.EnterpriseId, authorization.IsEnterpriseInstall == true)
            : new(envelope.ContextTeamId ?? envelope.TeamId, envelope.ContextEnterpriseId ?? envelope.EnterpriseId, false);

    /// <summary>The tenant that an event of removal speaks of. No other is looked for: what is gone must not be taken for what is there.</summary>
    public string? Removed => IsOrganisation ? EnterpriseId : TeamId ?? EnterpriseId;

    /// <summary>The installation that serves it, or null where there is none.</summary>
    public async Task<SlackAccess?> FindAsync(SlackInstallations installations)
    {
        foreach (var tenant in Tenants)
        {
            if (await installations.FindAsync(tenant, CancellationToken.None) is { } access)
                return access;
        }

        return null;
    }

    /// <summary>Commands say it as a word, interactivity as a boolean.</summary>
    private static bool IsTrue(JsonElement value) => value.ValueKind is JsonValueKind.True || (value.ValueKind is JsonValueKind.String && value.ValueEquals("true"));
}
