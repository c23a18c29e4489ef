using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Workspaces;
using SlackInstallation = NudgeBot.Channels.Slack.SlackInstallation;

namespace NudgeBot.Tests.Channels.Slack.Out;

/// <summary>NudgeBot in one workspace of the fake Slack, to try the way out without anybody having said anything.</summary>
internal sealed class Outbound : IAsyncDisposable
{
    public const string Team = "T0MAIN";

    private Outbound(FakeSlack slack, TestBot bot) => (Slack, Bot) = (slack, bot);

    public FakeSlack Slack { get; }

    public TestBot Bot { get; }

    public IChannel Channel => Bot.Services.GetServices<IChannel>().Single(channel => channel.Name == "slack");

    public T Get<T>()
        where T : notnull => Bot.Services.GetRequiredService<T>();

    public static async Task<Outbound> StartAsync(Action<FakeSlackOptions>? configure = null, Action<IServiceCollection>? parts = null)
    {
        var slack = await FakeSlack.StartAsync(options =>
        {
            options.Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
            configure?.Invoke(options);
        });
        var bot = new TestBot(parts: parts, settings: new()
        {
            ["Slack:ApiUrl"] = new Uri(slack.Address, "api/").AbsoluteUri,
            ["Slack:BotToken"] = slack.Installation.Token,
            ["Slack:SigningSecret"] = "8f742231b10e8888abcd99yyyzzz85a5",
        });
        var outbound = new Outbound(slack, bot);
        await outbound.InstallAsync();
        return outbound;
    }

    /// <summary>An envelope for a conversation.</summary>
    public Envelope To(Conversation conversation, Message message, string? onlyFor = null, string? replaces = null, string? address = null) =>
        new(Guid.CreateVersion7(Bot.Clock.GetUtcNow()), Team, conversation, onlyFor, message, replaces, Bot.Clock.GetUtcNow(), address);

    public Task<string> SendAsync(Envelope envelope) => Channel.SendAsync(envelope, TestContext.Current.CancellationToken);

    public Task<string?> FindAsync(Envelope envelope) => Channel.FindAsync(envelope, TestContext.Current.CancellationToken);

    /// <summary>Writes a message down for a member, as a slice would.</summary>
    public Task<Guid> WriteDownAsync(string memberId, Message message) => Get<UnitOfWork>().RunAsync(
        Team, memberId, services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("nudge", memberId, message, Bot.Clock.GetUtcNow())), CancellationToken.None);

    /// <summary>What became of a delivery.</summary>
    public Task<Outgoing> DeliveryAsync(Guid id) => Get<UnitOfWork>().ReadAsync(
        Team, "U1", services => services.GetRequiredService<BotDb>().Set<Outgoing>().AsNoTracking().SingleAsync(row => row.DeliveryId == id));

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private async Task InstallAsync()
    {
        var token = Get<SlackInstallations>().Seal(Team, Slack.Installation.Token);
        await Get<UnitOfWork>().RunAsync(Team, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            if (!await db.Set<Workspace>().AnyAsync())
                db.Add(new Workspace { WorkspaceId = Team, Channel = "slack", Name = "Main", InstalledAt = Bot.Clock.GetUtcNow() });
            if (!await db.Set<SlackInstallation>().AnyAsync())
            {
                db.Add(new SlackInstallation
                {
                    WorkspaceId = Team,
                    AppId = Slack.App.Id,
                    BotUserId = Slack.Installation.BotUserId,
                    BotId = Slack.Installation.BotId,
                    SealedToken = token,
                    Scopes = string.Join(',', Slack.Installation.Scopes),
                });
            }

            return true;
        }, CancellationToken.None);
    }
}
