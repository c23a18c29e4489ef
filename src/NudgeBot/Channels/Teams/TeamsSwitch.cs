namespace NudgeBot.Channels.Teams;

/// <summary>Decides whether Teams is served: where any of its settings has a value.</summary>
internal static class TeamsSwitch
{
    public static bool IsOn(IConfiguration configuration) =>
        configuration.GetSection("Teams").AsEnumerable().Any(setting => !string.IsNullOrWhiteSpace(setting.Value));
}
