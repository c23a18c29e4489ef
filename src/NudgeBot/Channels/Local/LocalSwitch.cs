namespace NudgeBot.Channels.Local;

/// <summary>Decides whether the built-in workspace is there at all. Where it is off, nothing under its addresses answers.</summary>
internal static class LocalSwitch
{
    /// <summary>The sections whose presence says that NudgeBot serves a real platform.</summary>
    private static readonly string[] Platforms = ["Slack", "Teams"];

    /// <summary>As the settings say; when they do not, on in Development and where no platform is configured.</summary>
    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment) =>
        bool.TryParse(configuration["Local:Enabled"], out var said)
            ? said
            : environment.IsDevelopment() || !Platforms.Any(platform => IsConfigured(configuration.GetSection(platform)));

    private static bool IsConfigured(IConfigurationSection platform) =>
        platform.AsEnumerable().Any(setting => !string.IsNullOrWhiteSpace(setting.Value));
}
