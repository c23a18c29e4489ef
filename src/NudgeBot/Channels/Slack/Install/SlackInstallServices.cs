namespace NudgeBot.Channels.Slack.Install;

/// <summary>Registers how NudgeBot comes into Slack's workspaces, and leaves them.</summary>
internal static class SlackInstallServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSlackInstall()
        {
            services.AddSingleton<SlackInstallations>();
            return services;
        }
    }
}
