using System.Net;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack;

/// <summary>Registers Slack.</summary>
internal static class SlackServices
{
    /// <summary>The adapter's name in <c>Workspace.Channel</c> and everywhere else.</summary>
    public const string ChannelName = "slack";

    /// <summary>Shorter than Slack's own patience of half a minute: while one workspace waits, others do.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddSlack()
        {
            services.AddSingleton<IValidateOptions<SlackOptions>, SlackSettings>();
            services.AddOptionsWithValidateOnStart<SlackOptions>().BindConfiguration("Slack");
            services.AddSingleton(new ChannelSettings("Slack", typeof(SlackOptions)));
            services.AddSlackClient();
            services.AddSlackInstall();
            services.AddSlackInbound();
            return services;
        }

        /// <summary>What calls Slack.</summary>
        private void AddSlackClient()
        {
            services.AddSingleton<SlackMeter>();
            services.AddSingleton<SlackPace>();
            services.AddSingleton<SlackAnswerAddress>();
            services.AddSingleton<SlackWorkspaces>();
            services.AddSingleton<SlackDirectChats>();
            services.AddSingleton<SlackPosts>();
            services.AddSingleton<SlackWhispers>();
            services.AddSingleton<SlackUploads>();
            services.AddSingleton<SlackPast>();
            services.AddSingleton<IChannel, SlackChannel>();
            services.AddSingleton<IChannelList, SlackChannelList>();
            services.AddSingleton<IChannelManagers, SlackChannelManagers>();
            services.AddSingleton<IAbsences, SlackAbsences>();
            // Addresses for answers and uploads are secrets: what the factory would log of them is not wanted. Connections are renewed by
            // their handler, since the client lives as long as the channel does.
            services.AddHttpClient<SlackClient>(Prepare).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Handler).SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
        }
    }

    private static void Prepare(HttpClient http)
    {
        http.Timeout = Timeout;
        http.MaxResponseContentBufferSize = 16 * 1024 * 1024;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
