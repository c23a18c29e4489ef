using NudgeBot.Commands;
using NudgeBot.Portability;

namespace NudgeBot.Inbox;

/// <summary>Registers the way in.</summary>
internal static class InboxServices
{
    /// <summary>Some kilobytes each: what waits for longer than platforms do is noted, and this is what may wait at all.</summary>
    private const int MostInHand = 4000;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddInbox() =>
            services.AddSingleton<Intake>().AddSingleton<InboxMeter>().AddSingleton(new InHand(MostInHand)).AddScoped<Handling>()
                .AddSingleton<Unfinished>().AddHostedService(provider => provider.GetRequiredService<Unfinished>())
                .AddScoped<IForgets, InboxForgets>().AddAction<OpenAction>();
    }
}
