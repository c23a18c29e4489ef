using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Channels.Slack.Socket;
using NudgeBot.Delivery;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Registers the way in from Slack.</summary>
internal static class SlackInboundServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSlackInbound()
        {
            services.AddSingleton<SlackSignature>().AddSingleton<SlackInboundMeter>().AddSingleton<SlackUnknown>();
            services.AddSingleton<SlackDispatch>().AddSingleton<SlackCommands>().AddSingleton<SlackInteractions>().AddSingleton<SlackEvents>();
            services.AddSingleton<SlackAnswers>().AddSingleton<SlackVisitors>().AddSingleton<SlackCourtesy>().AddSingleton<SlackSuggestions>();
            services.AddSingleton<SlackColleagues>().AddSingleton<SlackDirectory>().AddSingleton<SlackRosterWorker>();
            services.AddHostedService(provider => provider.GetRequiredService<SlackRosterWorker>());
            services.AddScheduled<SlackRosterDue>();
            services.AddSingleton<SlackHome>().AddHostedService(provider => provider.GetRequiredService<SlackHome>());
            services.AddSingleton<SlackSocketMeter>().AddSingleton<SlackSocketPace>().AddSingleton<SlackSocket>();
            services.AddHostedService(provider => provider.GetRequiredService<SlackSocket>());
            return services;
        }
    }
}
