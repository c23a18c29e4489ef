using NudgeBot.Commands;
using NudgeBot.Delivery;

namespace NudgeBot.Members;

/// <summary>Registers members and their settings.</summary>
internal static class MemberServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddMembers()
        {
            services.AddScoped<Turns>();
            services.AddScoped<MemberChanges>();
            services.AddScoped<NudgesState>();
            services.AddScoped<SettingsTexts>();
            services.AddScheduled<Welcome>().AddScheduled<MemberMoved>();
            services.AddAction<NudgesOnAction>();
            services.AddAction<NudgesOffAction>();
            services.AddAction<SettingsAction>();
            return services
                .AddCommand<NudgesCommand>()
                .AddCommand<PauseCommand>()
                .AddCommand<ResumeCommand>()
                .AddCommand<SettingsCommand>();
        }
    }
}
