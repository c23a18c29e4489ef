namespace NudgeBot.Channels.Slack.Install;

/// <summary>Registers how NudgeBot comes into Slack's workspaces, and leaves them.</summary>
internal static class SlackInstallServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSlackInstall()
        {
            services.AddSingleton<SlackInstallations>().AddSingleton<SlackTenants>().AddSingleton<SlackArrivals>().AddSingleton<SlackRemoval>();
            services.AddSingleton<SlackSignIn>().AddSingleton<SlackRotation>().AddSingleton<SlackStanding>();
            services.AddSingleton<SlackUpkeep>().AddHostedService(provider => provider.GetRequiredService<SlackUpkeep>());
            services.AddSingleton<SlackInstallState>().AddSingleton<SlackInstalling>();
            services.AddSingleton<IExamination, SlackExamination>();
            services.AddHealthChecks().AddCheck<SlackHealth>("slack");
            return services;
        }
    }
}
