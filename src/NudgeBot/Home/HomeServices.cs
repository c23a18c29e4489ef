using NudgeBot.Commands;

namespace NudgeBot.Home;

/// <summary>Registers the member's own page.</summary>
internal static class HomeServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddHome() =>
            services.AddScoped<HomePage>().AddScoped<HomeCircle>().AddScoped<HomeMemory>().AddAction<HomeAction>();
    }
}
