using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NudgeBot.Channels.Slack;
using NudgeBot.Chat;
using NudgeBot.Tests.Channels.Slack.Out;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Cards;

/// <summary>What is said and by which secrets stays out of logs and measurements, also when it goes wrong.</summary>
public sealed class DiscretionTests
{
    private const string Words = "the secret words";

    [Fact]
    public async Task Nothing_of_what_is_sent_stands_in_the_log_however_loud_it_is()
    {
        var log = new Log();
        await using var outbound = await Outbound.StartAsync(parts: services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.Configure<LoggerFilterOptions>(options => options.MinLevel = LogLevel.Trace);
            services.PostConfigure<LoggerFilterOptions>(options => options.Rules.Clear());
        });
        var message = new Message(Words, new Card(new Paragraph(Words), new Picture(new FileContent("secret.png", "image/png", [1]), Words)));
        outbound.Slack.Fail("chat.postMessage", SlackFault.ResetAfter, SlackFault.Html(), SlackFault.Truncated, SlackFault.Error("invalid_auth"), SlackFault.RateLimited());
        outbound.Slack.Fail("response_url", SlackFault.Html());
        var address = outbound.Get<SlackAnswerAddress>().Seal(new Uri(outbound.Slack.Address, "commands/very-secret").AbsoluteUri);

        for (var time = 0; time < 5; time++)
            await outbound.WriteDownAsync("U1", message);
        await outbound.Bot.RunDueAsync();
        await Record.ExceptionAsync(() => outbound.SendAsync(outbound.To(Conversation.InChannel("C1"), message, onlyFor: "U1", address: address)));
        await Record.ExceptionAsync(() => outbound.SendAsync(outbound.To(Conversation.With("U1"), new Message(Words, File: new FileContent("secret.zip", "application/zip", [1])))));

        Assert.Contains(log.Lines, line => line.Contains("could not be sent", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains(outbound.Slack.Installation.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("upload/v1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_counted_by_method_and_outcome_and_waits_are_measured()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.RateLimited(20));

        await Record.ExceptionAsync(() => outbound.SendAsync(outbound.To(Conversation.InChannel("C1"), new Message(Words))));
        await outbound.SendAsync(outbound.To(Conversation.With("U1"), new Message(Words)));
        var metrics = await outbound.Bot.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("nudgebot_slack_calls[^\n]*method=\"chat.postMessage\"[^\n]*outcome=\"limited\"", metrics);
        Assert.Matches("nudgebot_slack_calls[^\n]*method=\"conversations.open\"[^\n]*outcome=\"ok\"", metrics);
        Assert.Matches("nudgebot_slack_waits[^\n]*method=\"chat.postMessage\"", metrics);
        Assert.DoesNotContain("secret", metrics, StringComparison.Ordinal);
    }

    private sealed class Log : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Writer(Log log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
