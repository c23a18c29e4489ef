using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Slack;

/// <summary>Registers Slack.</summary>
internal static class SlackServices
{
    /// <summary>The adapter's name in <c>Workspace.Channel</c> and everywhere else.</summary>
    public const string ChannelName = "slack";

    extension(IServiceCollection services)
    {
        public IServiceCollection AddSlack()
        {
            services.AddSingleton<IValidateOptions<SlackOptions>, SlackSettings>();
            services.AddOptionsWithValidateOnStart<SlackOptions>().BindConfiguration("Slack");
            services.AddSingleton(new ChannelSettings("Slack", typeof(SlackOptions)));
            services.AddHttpClient<SlackClient>(http => http.Timeout = TimeSpan.FromSeconds(30));
            return services;
        }
    }
}
