using NudgeBot.Commands;

namespace NudgeBot.Portability;

/// <summary>Registers the rights that members have over what is kept about them.</summary>
internal static class PortabilityServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPortability()
        {
            services.AddScoped<Erasure>();
            services.AddScoped<OthersMemory>();
            services.AddScoped<Forgetting>();
            services.AddScoped<ForgettingPersons>();
            services.AddScoped<ForgetTexts>();
            services.AddAction<ForgetAskAction>();
            services.AddAction<ForgetKeepAction>();
            services.AddAction<ForgetMeAction>();
            services.AddAction<ForgetPersonAction>();
            return services
                .AddCommand<ForgetCommand>()
                .AddCommand<PrivacyCommand>();
        }
    }
}
