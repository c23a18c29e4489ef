using System.Net;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Install;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Channels.Teams.Tab;
using NudgeBot.Chat;
using NudgeBot.Delivery;

namespace NudgeBot.Channels.Teams;

/// <summary>Registers Teams.</summary>
internal static class TeamsServices
{
    /// <summary>The adapter's name in <c>Workspace.Channel</c> and everywhere else.</summary>
    public const string ChannelName = "teams";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddTeams()
        {
            services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsSettings>();
            services.AddOptionsWithValidateOnStart<TeamsOptions>().BindConfiguration("Teams");
            services.AddSingleton(new ChannelSettings("Teams", typeof(TeamsOptions)));
            services.AddSingleton<TeamsMeter>().AddSingleton<TeamsHosts>();
            services.AddTeamsAccounts();
            services.AddTeamsOut();
            services.AddTeamsIn();
            services.AddTeamsTab();
            services.AddTeamsInstall();
            return services;
        }

        private void AddTeamsAccounts()
        {
            services.AddSingleton<TeamsRooms>().AddSingleton<TeamsPeople>().AddSingleton<TeamsRoster>().AddSingleton<TeamsRosterWorker>();
            services.AddHostedService(provider => provider.GetRequiredService<TeamsRosterWorker>());
            services.AddScheduled<TeamsRosterDue>();
        }

        private void AddTeamsOut()
        {
            services.AddSingleton<TeamsPace>().AddSingleton<TeamsSignIn>().AddSingleton<TeamsPersonalChats>().AddSingleton<TeamsViews>().AddSingleton<TeamsDrawing>().AddSingleton<TeamsWhispers>().AddSingleton<TeamsPast>();
            services.AddSingleton<IChannel, TeamsChannel>().AddSingleton<IChannelList, TeamsChannelList>().AddSingleton<IChannelManagers, TeamsChannelManagers>().AddSingleton<IInstallers, TeamsInstallers>();
            // Bodies and tokens are not for logs. Connections are renewed by their handler, since the clients live as long as the channel does.
            services.AddHttpClient<TeamsClient>(Prepare).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
            services.AddHttpClient<TeamsGraph>(Prepare).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
            services.AddHttpClient(TeamsSignIn.Client, Prepare).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Handler);
        }

        private void AddTeamsIn()
        {
            services.AddHttpClient(TeamsKeys.Client, Prepare).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Handler);
            services.AddSingleton<TeamsKeyWorker>();
            services.AddHostedService(provider => provider.GetRequiredService<TeamsKeyWorker>());
            services.AddSingleton<TeamsTokens>().AddSingleton<TeamsGate>().AddSingleton<TeamsUnknown>();
            services.AddSingleton<TeamsDispatch>().AddSingleton<TeamsMessages>().AddSingleton<TeamsComings>().AddSingleton<TeamsInvokes>().AddSingleton<TeamsExtension>().AddSingleton<TeamsDialogs>().AddSingleton<TeamsLookUp>();
            services.AddSingleton<TeamsReader>().AddSingleton<TeamsPlaces>();
        }
    }

    private static void Prepare(HttpClient http)
    {
        http.Timeout = Timeout;
        http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
