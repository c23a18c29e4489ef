namespace NudgeBot.Workspaces;

/// <summary>Registers what concerns workspaces as a whole.</summary>
internal static class WorkspaceServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddWorkspaces()
        {
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<WorkspaceTime>();
            services.AddSingleton<PlatformQuestion>();
            services.AddSingleton<Absences>();
            services.AddScoped<PostableChannels>();
            return services;
        }
    }
}
