using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>What NudgeBot really says in Teams, and answers there, from what people really type and press: the cards that were looked at, and all that it sent.</summary>
/// <param name="Cards">One card of each kind, by name.</param>
/// <param name="Activities">Everything that was posted or put in the place of something, whole.</param>
/// <param name="Opened">How personal chats were opened.</param>
/// <param name="Answers">The bodies with which invokes were answered.</param>
internal sealed record RealActivities(
    IReadOnlyList<(string Name, JsonObject Card)> Cards, IReadOnlyList<JsonObject> Activities, IReadOnlyList<JsonObject> Opened, IReadOnlyList<JsonObject> Answers)
{
    /// <summary>Every card of all this, wherever it stands.</summary>
    public IEnumerable<JsonObject> AllCards => Activities.Concat(Answers).SelectMany(CardsIn);

    public static async Task<RealActivities> PlayAsync(string locale = "en-US")
    {
        await using var running = await TeamsBot.StartAsync();
        var player = new Player(running, FakeTeams.Ana with { Locale = locale });
        await player.RecordAsync();
        await player.LookAsync();
        await player.ShareAsync();
        await player.BeNudgedAsync();
        await player.FillInAsync();
        await player.ExtendAsync();
        var calls = running.Teams.Calls.Where(call => call.Body is not null).ToLookup(call => call.Path.Contains("/activities", StringComparison.Ordinal), call => call.Body!);
        return new(player.Cards, [.. calls[true]], [.. calls[false]], [.. running.Teams.Answers.Select(answer => answer.Body).OfType<JsonObject>()]);
    }

    private static IEnumerable<JsonObject> CardsIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(CardsIn),
        JsonObject part when (string?)part["type"] == "AdaptiveCard" => [part],
        JsonObject part => part.SelectMany(child => child.Key is "type" ? [] : CardsIn(child.Value)),
        _ => [],
    };

    /// <summary>Plays the same moments as <c>Slack/RealMessages</c>, and those that only Teams has.</summary>
    private sealed class Player(TeamsBot running, TeamsPersona ana)
    {
        private readonly TeamsPersona bob = FakeTeams.Bob;

        public List<(string Name, JsonObject Card)> Cards { get; } = [];

        private FakeTeams Teams => running.Teams;

        public async Task RecordAsync()
        {
            await Teams.InstallAsync(ana, FakeTeams.TeamId);
            await Teams.InstallAsync(ana);
            await Teams.InstallAsync(bob);
            await running.ReadRostersAsync();
            await SayAsync("help");
            Keep("welcome", With("nudges.on"));
            await SayAsync("hleped bob");
            Keep("help", await SayAsync("help"));
            await SayAsync("help choose");
            Keep("confirmation", await SayAsync("helped @Bob Tanaka with the board deck yesterday"));
            Keep("thanks", await SayAsync("thanks @Bob Tanaka for the intro to \"Priya Raman\" on 12 May"));
            await PressAsync("thanks.tell");
            foreach (var line in new[]
            {
                "thanks \"Dora Novak\" for checking the contract", "needs @Bob Tanaka a QA lead for the mobile team",
                "note @Bob Tanaka has moved to Boston, two children, see https://example.com/bob_w?a=1&b=2", "met @Chen Wei about the *roadmap* 3 weeks ago",
                "choose @Bob Tanaka inner every 6 weeks because he sees what I do not", "choose @Chen Wei every 2 months because we built the first version together",
                "choose \"Priya Raman\" because she knows the whole industry",
            })
                await SayAsync(line);
        }

        public async Task LookAsync()
        {
            Keep("circle", await SayAsync("circle"));
            await PressAsync("circle.years");
            Keep("history", await SayAsync("history bob"));
            await SayAsync("story bob");
            Keep("ask", await SayAsync("ask who knows a good tax adviser in Madrid?"));
            await running.SayAsync(bob, "choose @Ana Ruiz because she asks good questions");
            await SayAsync("asks");
            await SayAsync("next");
            await SayAsync("why bob");
            Keep("status", await SayAsync("status"));
            Keep("privacy", await SayAsync("privacy"));
        }

        public async Task ShareAsync()
        {
            await SayAsync("digest here weekly friday 15:00", FakeTeams.TeamId);
            await SayAsync("thanks @Bob Tanaka for staying late on Friday");
            var share = With("thanks.share");
            var asked = await running.PressAsync(ana, share, Title(share.Card!, "thanks.share"));
            if (asked.Body?["value"] is JsonObject form && TeamsPost.Actions(form).FirstOrDefault() is { } submit)
                await Teams.PressAsync(ana, form, (string)submit["title"]!, new JsonObject { ["channel"] = FakeTeams.TeamId }, share.Id);
            await SayAsync("digest preview", FakeTeams.TeamId);
            await PassAsync(8, () => Teams.Posts(FakeTeams.TeamId).Any(post => post.Card is not null));
            var digest = Teams.Posts(FakeTeams.TeamId).Last(post => post.Card is not null);
            Keep("digest", digest);
            Cards.Add(("digest-own", await Teams.LookAsync(ana, digest)));
            await running.PressAsync(ana, digest, Title(digest.Card!, "digest.mine"));
            await running.PressAsync(bob, digest, Title(digest.Card!, "circle.join"));
        }

        public async Task BeNudgedAsync()
        {
            await running.PressAsync(ana, With("nudges.on"), Title(With("nudges.on").Card!, "nudges.on"));
            await PassAsync(60, () => Teams.Chat(ana).Any(post => Has(post, "nudge.reached")));
            var nudge = With("nudge.reached");
            Keep("nudge", nudge);
            foreach (var action in new[] { "nudge.why", "nudge.when", "nudge.helped", "nudge.snooze", "nudge.reached", "nudge.takeback" })
            {
                var card = (JsonObject)Teams.Chat(ana).Single(post => post.Id == nudge.Id).Card!.DeepClone();
                if (TeamsPost.Actions(card).Any(one => (string?)one["data"]?["_action"] == action))
                    await Teams.PressAsync(ana, card, Title(card, action), null, nudge.Id);
                await running.Bot.RunDueAsync();
            }
        }

        public async Task FillInAsync()
        {
            var settings = await SayAsync("settings");
            Keep("settings", settings);
            await running.PressAsync(ana, settings, Title(settings.Card!, "settings"), new JsonObject { ["day"] = "Friday" });
            var circle = await SayAsync("circle");
            var dialog = await running.PressAsync(ana, circle, Title(circle.Card!, "choose.form"));
            Keep("choose-form", dialog);
            var wrong = await Teams.SubmitAsync(ana, dialog, new JsonObject { ["name"] = "Dora Novak", ["cadence"] = "now and then" });
            Keep("choose-form-wrong", wrong);
            await Teams.SubmitAsync(ana, wrong, new JsonObject { ["cadence"] = "every 6 weeks" });
            Keep("review", await SayAsync("review"));
            var undone = await SayAsync("helped @Bob Tanaka with the budget");
            await running.PressAsync(ana, undone, Title(undone.Card!, "undo"));
            await SayAsync("find deck");
            await SayAsync("export");
            await SayAsync("forget me");
        }

        /// <summary>The message extension, in a chat that NudgeBot is no part of.</summary>
        public async Task ExtendAsync()
        {
            const string Elsewhere = "19:somewhere@thread.v2";
            var found = Teams.Activity(ana, "invoke", Elsewhere);
            found["name"] = "composeExtension/query";
            found["value"] = new JsonObject { ["commandId"] = "person", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "name", ["value"] = "bo" }) };
            await Teams.SendAsync(found);
            var begun = Teams.Activity(ana, "invoke", Elsewhere);
            begun["name"] = "composeExtension/fetchTask";
            begun["value"] = new JsonObject
            {
                ["commandId"] = "log",
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Thanks for <b>the deck</b></p>" },
                    ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = bob.ObjectId, ["displayName"] = bob.Name } },
                },
            };
            Keep("log-form", await Teams.SendAsync(begun));
        }

        private void Keep(string name, TeamsPost post) => Cards.Add((name, (JsonObject)post.Card!.DeepClone()));

        private void Keep(string name, TeamsAnswer dialog)
        {
            var card = (JsonObject)dialog.Body!["task"]!["value"]!["card"]!["content"]!.DeepClone();
            // The id of the message that it was opened from differs from run to run.
            foreach (var action in TeamsPost.Actions(card))
                ((JsonObject)action["data"]!).Remove("_message");
            Cards.Add((name, card));
        }

        /// <summary>Says a line and returns what was posted last in Ana's own chat. Nobody types faster than Teams takes the answers.</summary>
        private async Task<TeamsPost> SayAsync(string line, string? conversationId = null)
        {
            running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await running.SayAsync(ana, line, conversationId);
            return Teams.Chat(ana)[^1];
        }

        /// <summary>Presses a button of the last message in the chat that has it.</summary>
        private async Task PressAsync(string action) => await running.PressAsync(ana, With(action), Title(With(action).Card!, action));

        /// <summary>The last message in the chat with such a button.</summary>
        private TeamsPost With(string action) => Teams.Chat(ana).Last(post => Has(post, action));

        private static bool Has(TeamsPost post, string action) => TeamsPost.Actions(post.Card).Any(one => (string?)one["data"]?["_action"] == action);

        private static string Title(JsonObject card, string action) => (string)TeamsPost.Actions(card).First(one => (string?)one["data"]?["_action"] == action)["title"]!;

        private async Task PassAsync(int days, Func<bool> until)
        {
            for (var day = 0; day < days && !until(); day++)
            {
                running.Bot.Clock.Advance(TimeSpan.FromDays(1));
                await running.Bot.RunDueAsync();
            }
        }
    }
}
