using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Inbox;
using NudgeBot.Storage;

namespace NudgeBot.Tests.Support;

/// <summary>
/// The whole program on a real SQLite file of its own, spoken to through the local API as a test from outside would. Only the machine's
/// clock is fake, and the delivery worker runs when the test says so instead of in its loop.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nudgebot-test-").FullName;

    private readonly bool served;

    private readonly IReadOnlyList<string>? channels;

    private readonly Action<IServiceCollection>? parts;

    private readonly Dictionary<string, string> settings;

    private readonly string? postgres;

    private readonly TestPostgres? server;

    private readonly (string Provider, string String)? connection;

    private Host host;

    /// <param name="start">Where the clock stands at first.</param>
    /// <param name="served">True to listen on a real port, so that a browser can come.</param>
    /// <param name="channels">Which channels a member may post to; the workspace's own by default.</param>
    /// <param name="settings">Settings by their names, such as <c>Slack:BotToken</c>.</param>
    /// <param name="provider">The database; SQLite unless the environment variable NUDGEBOT_TESTS_STORAGE names the other one.</param>
    /// <param name="server">The PostgreSQL server; the one that all tests share unless the test needs it for itself.</param>
    /// <param name="connection">A database that is there already, with its provider.</param>
    /// <param name="parts">Adds parts of the test's own, or puts them in the place of the program's.</param>
    public TestBot(
        DateTimeOffset? start = null, bool served = false, IReadOnlyList<string>? channels = null, Action<IServiceCollection>? parts = null,
        Dictionary<string, string>? settings = null, string? provider = null, TestPostgres? server = null,
        (string Provider, string String)? connection = null)
    {
        this.connection = connection;
        if (connection is null && (provider ?? Environment.GetEnvironmentVariable("NUDGEBOT_TESTS_STORAGE")) == StorageOptions.PostgreSql)
            postgres = (this.server = server ?? TestPostgres.Instance).Create();
        this.settings = settings ?? [];
        this.parts = parts;
        this.served = served;
        this.channels = channels;
        // A Monday, mid-morning in Europe.
        Clock = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        host = new Host(this);
        Http = host.CreateClient();
    }

    public FakeTimeProvider Clock { get; }

    public string ConnectionString => connection?.String ?? postgres ?? $"Data Source={Path.Combine(folder, "nudgebot.db")}";

    public HttpClient Http { get; private set; }

    public IServiceProvider Services => host.Services;

    /// <summary>Types a line and returns the answers; what it set in motion is delivered as well.</summary>
    public async Task<IReadOnlyList<TestMessage>> SayAsync(string member, string text, string? channel = null)
    {
        var response = await Http.PostAsJsonAsync($"/local/members/{member}/messages", new { text, channel });
        var answers = await ReadAsync(response);
        await RunDueAsync();
        return answers;
    }

    /// <summary>Types a line and returns the text of its only answer.</summary>
    public async Task<string> AnswerAsync(string member, string text, string? channel = null) =>
        Assert.Single(await SayAsync(member, text, channel)).Text;

    /// <summary>Presses a button or sends a form, and returns the answers.</summary>
    public async Task<IReadOnlyList<TestMessage>> PressAsync(string member, TestMessage message, string actionId, string? value = null, object? form = null)
    {
        var response = await Http.PostAsJsonAsync($"/local/members/{member}/actions", new { messageId = message.Id, actionId, value, form });
        var answers = await ReadAsync(response);
        await RunDueAsync();
        return answers;
    }

    /// <summary>The direct chat of a member.</summary>
    public async Task<IReadOnlyList<TestMessage>> ChatAsync(string member) =>
        await ReadAsync(await Http.GetAsync($"/local/members/{member}/messages"));

    /// <summary>A channel as the member sees it.</summary>
    public async Task<IReadOnlyList<TestMessage>> ChannelAsync(string channel, string member) =>
        await ReadAsync(await Http.GetAsync($"/local/channels/{channel}/messages?member={member}"));

    /// <summary>Lays ten years of history, as the page's button does.</summary>
    public async Task LaySampleAsync() =>
        (await Http.PostAsync("/local/sample", null)).EnsureSuccessStatusCode();

    /// <summary>Moves the workspace's time, for example by P6W; what falls due on the way happens.</summary>
    public async Task AdvanceAsync(string period) =>
        (await Http.PostAsJsonAsync("/local/clock", new { advance = period })).EnsureSuccessStatusCode();

    /// <summary>Works on the database as the program would for a member, in one transaction.</summary>
    public Task<T> WorkAsync<T>(string member, Func<IServiceProvider, Task<T>> work) =>
        Services.GetRequiredService<UnitOfWork>().RunAsync("local", member, work, CancellationToken.None);

    /// <summary>Presses what no message offered, as somebody might who speaks the platform's protocol.</summary>
    public async Task<Reply> PressedAsync(string member, string actionId, string? value) =>
        (await Services.GetRequiredService<Intake>().HandleAsync(new PressedAction(
            "local", Guid.CreateVersion7(Clock.GetUtcNow()).ToString(), "local", member, Conversation.With(member), actionId, value, new Dictionary<string, string>(), null))).Reply!;

    /// <summary>Lets the worker do what is due now.</summary>
    public async Task RunDueAsync()
    {
        while (await Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>Stops the program and starts it again on the same file.</summary>
    public async Task RestartAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        host = new Host(this);
        Http = host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (postgres is not null)
            server!.Drop(postgres);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IReadOnlyList<TestMessage>> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("messages").EnumerateArray().Select(message => new TestMessage(message))];
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly TestBot bot;

        public Host(TestBot bot)
        {
            this.bot = bot;
            // Without a port, which would be set while the program may have started already; "Urls" names it.
            if (bot.served)
                UseKestrel();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Storage:ConnectionString", bot.ConnectionString);
            builder.UseSetting("Storage:Provider", bot.connection?.Provider ?? (bot.postgres is null ? StorageOptions.Sqlite : StorageOptions.PostgreSql));
            builder.UseSetting("Local:Enabled", "true");
            foreach (var (name, value) in bot.settings)
                builder.UseSetting(name, value);
            builder.UseSetting("Urls", "http://127.0.0.1:0");
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(bot.Clock));
                services.RemoveAll<IHostedService>();
                bot.parts?.Invoke(services);
                if (bot.channels is { } channels)
                    services.Replace(ServiceDescriptor.Singleton<IChannelList>(new TestChannels(channels)));
            });
        }
    }
}
