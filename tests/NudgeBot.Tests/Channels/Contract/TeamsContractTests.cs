using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using NudgeBot.Tests.Channels.Teams;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Contract;

public partial class TeamsContractTests : PlatformContractTests
{
    private protected virtual bool Targeted => false;

    internal override async Task<ChannelStand> StartAsync()
    {
        var running = await TeamsBot.StartAsync(new() { ["Teams:TargetedMessages"] = Targeted ? "true" : "false" });
        foreach (var person in new[] { FakeTeams.Ana, FakeTeams.Bob })
            await running.Teams.InstallAsync(person);
        return new Stand(running);
    }

    /// <summary>The tests' Teams.</summary>
    private sealed partial class Stand(TeamsBot running) : ChannelStand
    {
        private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override TestBot Bot => running.Bot;

        public override string Name => "teams";

        public override string WorkspaceId => FakeTeams.Tenant;

        public override string Ana => FakeTeams.Ana.ObjectId;

        public override string Bob => FakeTeams.Bob.ObjectId;

        public override string General => FakeTeams.ChannelId;

        /// <summary>Teams keeps no history that a bot may read.</summary>
        public override bool Remembers => false;

        // Mentions ring only with their entity; in cards a link needs its brackets bare.
        public override IReadOnlyList<string> Spells => ["\"mention\"", "\"entities\"", " [see](https", "\"textFormat\":\"xml\"", "\"textFormat\":\"markdown\""];

        public override Task<IReadOnlyList<string>> OpenAsync() => Words(running.Teams.Posts(General).Where(post => post.TargetedAt is null));

        public override Task<IReadOnlyList<string>> PrivateAsync(string member) => Words(Seen(member));

        // A plain text shows its signs as they are; only what is on cards is markup.
        public override Task<string> RawAsync(string member) => Task.FromResult(string.Concat(Seen(member).Select(post =>
            (post.Card?["body"]?.ToJsonString(Plainly) ?? "") + Regex.Replace(post.Activity.ToJsonString(Plainly), "\"(text|summary|fallbackText|attachments)\":.*", ""))));

        public override async Task SayAsync(string member, string line, bool inTheOpen = false, bool twice = false)
        {
            var activity = running.Teams.Activity(Who(member), "message", inTheOpen ? General : null);
            activity["text"] = inTheOpen ? $"<at>NudgeBot</at> {line}" : line;
            for (var time = 0; time < (twice ? 2 : 1); time++)
                Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
            await Bot.RunDueAsync();
        }

        public override async Task PressAsync(string member, string label)
        {
            await running.Teams.PressAsync(Who(member), Seen(member).Last(post => post.Titles.Contains(label)), label);
            await Bot.RunDueAsync();
        }

        public override void Fail(Trouble trouble)
        {
            if (trouble is Trouble.Blocked)
                running.Teams.Closed[FakeTeams.Ana.UserId] = "ConversationBlockedByUser";
            else
                running.Teams.Fail("send", trouble switch
                {
                    Trouble.Busy => new TeamsFault(429, "Throttled", RetryAfter: 40),
                    Trouble.Passing => new TeamsFault(412, "PreconditionFailed"),
                    Trouble.Lasting => new TeamsFault(400, "BadSyntax"),
                    _ => new TeamsFault(502, Happens: true, Resets: true),
                });
        }

        public override async Task RemoveAsync()
        {
            foreach (var person in new[] { FakeTeams.Ana, FakeTeams.Bob })
                await running.Teams.InstallAsync(person, action: "remove");
        }

        public override Task<IReadOnlyList<byte[]>> FilesAsync(string member) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => running.DisposeAsync();

        private IEnumerable<TeamsPost> Seen(string member) =>
            running.Teams.Chat(Who(member)).Concat(running.Teams.Posts(General).Where(post => post.TargetedAt == Who(member).UserId));

        private static TeamsPersona Who(string member) => member == FakeTeams.Ana.ObjectId ? FakeTeams.Ana : FakeTeams.Bob;

        /// <summary>What people read: a card shows an escaped sign as itself.</summary>
        private static Task<IReadOnlyList<string>> Words(IEnumerable<TeamsPost> posts) =>
            Task.FromResult<IReadOnlyList<string>>([.. posts.Select(post => post.Card is null ? post.Words : Escaped().Replace(post.Words, "$1"))]);

        [GeneratedRegex(@"\\([^\w\s])")]
        private static partial Regex Escaped();
    }
}

/// <summary>The same where answers that only one may see stay in the channel.</summary>
public sealed class TeamsTargetedContractTests : TeamsContractTests
{
    private protected override bool Targeted => true;
}
