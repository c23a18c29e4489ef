namespace NudgeBot.Channels.Slack;

/// <summary>Decides whether Slack is served: where any of its settings has a value.</summary>
internal static class SlackSwitch
{
    public static bool IsOn(IConfiguration configuration) =>
        configuration.GetSection("Slack").AsEnumerable().Any(setting => !string.IsNullOrWhiteSpace(setting.Value));
}
