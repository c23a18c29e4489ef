using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Keeps NudgeBot's place in Slack: signs in with the token of the settings, renews tokens, and notices when Slack cannot be reached.</summary>
internal sealed partial class SlackUpkeep(
    SlackClient slack, SlackSignIn signIn, SlackRotation rotation, SlackTenants tenants, SlackRemoval removal, SlackStanding standing, IOptions<SlackOptions> options, TimeProvider clock,
    ILogger<SlackUpkeep> logger) : BackgroundService
{
    /// <summary>One pass. What goes wrong is told in the health and comes right by itself in a later pass.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = standing.Problem;
        try
        {
            foreach (var workspaceId in await tenants.LeftAsync(cancellationToken))
                await removal.SettleAsync(workspaceId, cancellationToken);
            if (options.Value.IsForMany)
            {
                await rotation.RunOnceAsync(cancellationToken);
                await slack.CallAsync("api.test", null, [], SlackJson.Default.SlackAnswer, cancellationToken);
                standing.Problem = null;
            }
            else
            {
                standing.Problem = await signIn.RunOnceAsync(cancellationToken);
            }
        }
        catch (Exception error) when (error is HttpRequestException or ChannelException)
        {
            standing.Problem = $"{error.Message} Everything is kept and goes out later; look at the network and at https://slack-status.com.";
        }

        if (standing.Problem is { } problem && problem != before)
            Troubled(problem);
        else if (standing.Problem is null && before is not null)
            Well();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutely = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                PassFailed(error);
            }
        }
        while (await minutely.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void Troubled(string problem);

    [LoggerMessage(LogLevel.Information, "Slack answers.")]
    private partial void Well();

    [LoggerMessage(LogLevel.Error, "A pass over Slack's installations failed and is tried again in a minute.")]
    private partial void PassFailed(Exception error);
}
