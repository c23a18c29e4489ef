namespace NudgeBot.Channels.Teams.Install;

/// <summary>Registers what an operator of NudgeBot in Teams looks at.</summary>
internal static class TeamsInstallServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTeamsInstall()
        {
            services.AddSingleton<TeamsHeard>().AddSingleton<IExamination, TeamsExamination>();
            services.AddSingleton<TeamsHealth>().AddHealthChecks().AddCheck<TeamsHealth>("teams");
            return services;
        }
    }
}
