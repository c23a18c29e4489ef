using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Socket;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Tests.Support.Slack.Inbound;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Slack;

/// <summary>The whole program on a real port beside a Slack of the tests' own, in which it is installed. Both follow the test's clock.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    private SlackBot(FakeSlack slack, TestBot bot) => (Slack, Bot) = (slack, bot);

    public FakeSlack Slack { get; }

    public TestBot Bot { get; }

    /// <param name="configure">How Slack behaves.</param>
    /// <param name="parts">Adds parts of the test's own to the program.</param>
    /// <param name="settings">Settings beside those that Slack needs.</param>
    public static async Task<SlackBot> StartAsync(
        Action<FakeSlackOptions>? configure = null, Action<IServiceCollection>? parts = null, Dictionary<string, string>? settings = null)
    {
        var slack = await FakeSlack.StartAsync(options =>
        {
            // Of real time: how soon something is acknowledged is measured by the test's clock.
            options.AckDeadline = TimeSpan.FromSeconds(30);
            configure?.Invoke(options);
        });
        var all = Settings(slack, settings);

        if (slack.Options.SocketMode)
        {
            all["Slack:SocketMode"] = "true";
            all["Slack:AppToken"] = slack.App.AppToken;
        }

        var bot = new TestBot(served: true, parts: parts, settings: all);
        slack.Options.Clock = bot.Clock;
        slack.ConnectTo(new Uri(bot.Http.BaseAddress!, "/slack/events"));
        var running = new SlackBot(slack, bot);
        if (slack.Options.WithWorkspace)
            await running.InstallAsync(slack.Installation);
        if (slack.Options.SocketMode)
        {
            await bot.Services.GetRequiredService<SlackSocket>().StartAsync(CancellationToken.None);
            await slack.WaitForSocketsAsync(2);
        }

        return running;
    }

    /// <summary>What the program is told of a Slack.</summary>
    public static Dictionary<string, string> Settings(FakeSlack slack, Dictionary<string, string>? others = null) => new(others ?? [])
    {
        ["Slack:ApiUrl"] = slack.ApiAddress.ToString(),
        ["Slack:SigningSecret"] = slack.App.SigningSecret,
        ["Slack:PreviousSigningSecret"] = slack.App.OldSigningSecret,
        ["Slack:ClientId"] = slack.App.ClientId,
        ["Slack:ClientSecret"] = slack.App.ClientSecret,
        ["Slack:PublicUrl"] = "https://nudgebot.example.com",
    };

    /// <summary>Writes down an installation that Slack has, as the way through OAuth would.</summary>
    public async Task InstallAsync(NudgeBot.Tests.Support.Slack.SlackInstallation installation)
    {
        var workspaceId = installation.IsOrg ? installation.EnterpriseId! : installation.Workspace!.Id;
        var sealedToken = Bot.Services.GetRequiredService<SlackInstallations>().Seal(workspaceId, installation.Token);
        await WorkAsync(workspaceId, "", db =>
        {
            db.Add(new Workspace { Channel = "slack", Name = workspaceId, InstalledAt = Bot.Clock.GetUtcNow() });
            db.Add(new NudgeBot.Channels.Slack.SlackInstallation
            {
                AppId = Slack.App.Id,
                BotUserId = installation.BotUserId,
                SealedToken = sealedToken,
                Scopes = string.Join(',', installation.Scopes),
                EnterpriseId = installation.EnterpriseId,
                IsEnterprise = installation.IsOrg,
            });
            return Task.FromResult(true);
        });
    }

    /// <summary>Types a command and returns the text of what is answered at once.</summary>
    public async Task<string> AnswerAsync(string user, string text, string channel = "C1")
    {
        var delivery = await Slack.CommandAsync(user, "/nudge", text, channel);
        Assert.True(delivery.IsOk, delivery.ToString());
        return delivery.Json.GetProperty("text").GetString()!;
    }

    /// <summary>Sends bytes to the one address, signed as Slack signs.</summary>
    public async Task<(int Status, string Body)> PostAsync(string? contentType, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var timestamp = Bot.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Signer.Sign(Slack.App.SigningSecret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var response = await Bot.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What is kept of an account.</summary>
    public Task<Account?> AccountAsync(string id, string workspaceId = "T0MAIN") =>
        WorkAsync(workspaceId, "", db => db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == id));

    /// <summary>How many rows of a kind a member has.</summary>
    public Task<int> CountAsync<T>(string user, string workspaceId = "T0MAIN")
        where T : class =>
        WorkAsync(workspaceId, user, db => db.Set<T>().CountAsync());

    public Task<T> WorkAsync<T>(string workspaceId, string member, Func<BotDb, Task<T>> work) =>
        Bot.Services.GetRequiredService<UnitOfWork>().RunAsync(workspaceId, member, services => work(services.GetRequiredService<BotDb>()), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (Slack.Options.SocketMode)
            await Bot.Services.GetRequiredService<SlackSocket>().StopAsync(CancellationToken.None);
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
