using System.Net.Http.Json;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Contract;

public sealed class LocalContractTests : ChannelContractTests
{
    internal override Task<ChannelStand> StartAsync() => Task.FromResult<ChannelStand>(new Stand());

    [Fact]
    public Task A_file_comes_to_the_one_whom_it_is_for() => HoldFilesAsync();

    /// <summary>The built-in workspace, seen through its API.</summary>
    private sealed class Stand : ChannelStand
    {
        public override TestBot Bot { get; } = new();

        public override string Name => "local";

        public override string WorkspaceId => "local";

        public override string Ana => "ana";

        public override string Bob => "bob";

        public override string General => "general";

        public override async Task<IReadOnlyList<string>> OpenAsync() => Words((await Bot.ChannelAsync(General, Bob)).Where(message => !message.Ephemeral && message.From == "nudgebot"));

        public override async Task<IReadOnlyList<string>> PrivateAsync(string member) => Words(await SeenAsync(member));

        public override async Task<string> RawAsync(string member) => string.Concat(Words(await SeenAsync(member)));

        public override async Task SayAsync(string member, string line, bool inTheOpen = false, bool twice = false)
        {
            for (var time = 0; time < (twice ? 2 : 1); time++)
                (await Bot.Http.PostAsJsonAsync($"/local/members/{member}/messages", new { text = line, channel = inTheOpen ? General : null, eventId = "an-event" })).EnsureSuccessStatusCode();
            await Bot.RunDueAsync();
        }

        public override async Task PressAsync(string member, string label)
        {
            var message = (await SeenAsync(member)).Last(message => message.Buttons.Any(button => button.Label == label));
            var (actionId, _, value) = message.Buttons.First(button => button.Label == label);
            await Bot.PressAsync(member, message, actionId, value);
        }

        public override void Fail(Trouble trouble) => throw new NotSupportedException();

        public override Task RemoveAsync() => throw new NotSupportedException();

        public override async Task<IReadOnlyList<byte[]>> FilesAsync(string member)
        {
            List<byte[]> files = [];
            foreach (var message in (await SeenAsync(member)).Where(message => message.Kind == "file"))
                files.Add(await Bot.Http.GetByteArrayAsync(message.Json.GetProperty("file").GetProperty("url").GetString()));
            return files;
        }

        public override ValueTask DisposeAsync() => Bot.DisposeAsync();

        private async Task<IEnumerable<TestMessage>> SeenAsync(string member) =>
            [.. (await Bot.ChatAsync(member)).Where(message => message.From != member), .. (await Bot.ChannelAsync(General, member)).Where(message => message.Ephemeral)];

        private static IReadOnlyList<string> Words(IEnumerable<TestMessage> messages) => [.. messages.Select(message => string.Join('\n', Texts(message.Json)))];

        private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
        {
            JsonValueKind.String => [part.GetString()!],
            JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => part.EnumerateObject().SelectMany(field => Texts(field.Value)),
            _ => [],
        };
    }
}
