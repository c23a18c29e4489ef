using NudgeBot.Commands;
using NudgeBot.Portability;

namespace NudgeBot.Inbox;

/// <summary>Registers the way in.</summary>
internal static class InboxServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddInbox() =>
            services.AddSingleton<Intake>().AddSingleton<InboxMeter>().AddScoped<IForgets, InboxForgets>().AddAction<OpenAction>();
    }
}
