using System.Net;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Channels.Slack;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Contract;

public sealed class SlackContractTests : PlatformContractTests
{
    internal override async Task<ChannelStand> StartAsync() => new Stand(await SlackBot.StartAsync());

    [Fact]
    public Task A_file_comes_to_the_one_whom_it_is_for() => HoldFilesAsync();

    /// <summary>The tests' Slack.</summary>
    private sealed class Stand(SlackBot running) : ChannelStand
    {
        public override TestBot Bot => running.Bot;

        public override string Name => "slack";

        public override string WorkspaceId => "T0MAIN";

        public override string Ana => "U1";

        public override string Bob => "U2";

        public override string General => "C1";

        public override IReadOnlyList<string> Spells => ["<!channel>", "<!here", "<https://evil.example/|"];

        public override Task<IReadOnlyList<string>> OpenAsync() => Words(running.Slack.Messages(General).Where(message => message.Source is MessageSource.Api));

        public override Task<IReadOnlyList<string>> PrivateAsync(string member) => Words(Seen(member));

        public override Task<string> RawAsync(string member) =>
            Task.FromResult(string.Concat(Seen(member).SelectMany(message => Marked(JsonNode.Parse(message.Json.GetRawText())!["blocks"]).Prepend(message.Text))));

        public override async Task SayAsync(string member, string line, bool inTheOpen = false, bool twice = false)
        {
            if (inTheOpen)
                await running.Slack.CommandAsync(member, "/nudge", line, General);
            else if ((await running.Slack.SayAsync(member, line)).Delivery is { } delivery && twice)
                await running.Slack.ResendAsync(delivery);
            await Bot.RunDueAsync();
        }

        public override async Task PressAsync(string member, string label)
        {
            var (message, actionId) = Seen(member).SelectMany(message => Nodes.Elements(JsonNode.Parse(message.Json.GetRawText())!["blocks"])
                .Where(one => (string?)one.Element["text"]?["text"] == label).Select(one => (message, (string)one.Element["action_id"]!))).Last();
            await running.Slack.PressAsync(member, message, actionId);
            await Bot.RunDueAsync();
        }

        public override void Fail(Trouble trouble)
        {
            if (trouble is Trouble.Blocked)
                running.Slack.User(Ana).RefusesMessages = true;
            else
                running.Slack.Fail("chat.postMessage", trouble switch
                {
                    Trouble.Busy => SlackFault.RateLimited(40),
                    Trouble.Passing => SlackFault.Error("service_unavailable"),
                    Trouble.Lasting => SlackFault.Error("restricted_action"),
                    _ => SlackFault.ResetAfter,
                });
        }

        public override Task RemoveAsync() => running.Slack.UninstallAsync(running.Slack.Installation);

        public override Task<IReadOnlyList<byte[]>> FilesAsync(string member)
        {
            var chats = running.Slack.Messages(member).Select(message => message.Channel.Id).ToHashSet();
            return Task.FromResult<IReadOnlyList<byte[]>>([.. running.Slack.Files.Where(file => file.Channel is { } channel && chats.Contains(channel)).Select(file => file.Content!)]);
        }

        public override ValueTask DisposeAsync() => running.DisposeAsync();

        private IEnumerable<SlackMessage> Seen(string member) =>
            running.Slack.Messages(member).Where(message => message.Source is MessageSource.Api).Concat(running.Slack.Ephemerals(member));

        /// <summary>The texts that Slack reads its signs in; elsewhere they are letters.</summary>
        private static IEnumerable<string> Marked(JsonNode? node) => node switch
        {
            JsonArray list => list.SelectMany(Marked),
            JsonObject part when (string?)part["type"] == "mrkdwn" => [(string)part["text"]!],
            JsonObject part => part.SelectMany(field => Marked(field.Value)),
            _ => [],
        };

        /// <summary>What people read: Slack shows its three escaped signs as themselves.</summary>
        private static Task<IReadOnlyList<string>> Words(IEnumerable<SlackMessage> messages) =>
            Task.FromResult<IReadOnlyList<string>>([.. messages.Select(message => WebUtility.HtmlDecode(message.AllText).Replace("\u200b", "", StringComparison.Ordinal))]);
    }
}
