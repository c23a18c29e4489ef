using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Slack.Install;

/// <summary>
/// Slack publishes the types of its manifest with its own client, which tests/peers has, and the lengths in its documentation: the types
/// are checked by tsc, the lengths here, and no copy of the schema has to be kept.
/// </summary>
public sealed partial class SlackManifestTests
{
    private static readonly JsonNode Manifest = Read(new Uri("https://nudge.example.org/bot/"));

    [Fact]
    public void Its_scopes_are_those_that_methods_and_events_need() =>
        Assert.Equal(SlackScopes.All, Texts(Manifest["oauth_config"]!["scopes"]!["bot"]!));

    [Fact]
    public void What_each_scope_is_for_stands_in_its_README()
    {
        var readme = File.ReadAllText(Path.Combine(Sources.Folder, "manifests", "README.md"));
        var told = Scope().Matches(readme[readme.IndexOf("## What each scope", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);

        Assert.Equal(SlackScopes.All, told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_events_are_those_that_are_handled()
    {
        Assert.Equal(SlackEvents.Handled, Texts(Manifest["settings"]!["event_subscriptions"]!["bot_events"]!));
        Assert.Equal(SlackEvents.Handled.Order(StringComparer.Ordinal), SlackScopes.OfEvents.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_shortcuts_are_those_that_are_handled() =>
        Assert.Equal(
            SlackInteractions.Shortcuts.Keys.Order(StringComparer.Ordinal),
            Manifest["features"]!["shortcuts"]!.AsArray().Select(shortcut => (string)shortcut!["callback_id"]!).Order(StringComparer.Ordinal));

    [Fact]
    public void Its_command_takes_mentions_as_ids()
    {
        var command = Assert.Single(Manifest["features"]!["slash_commands"]!.AsArray())!;

        Assert.Equal(("/nudge", true), ((string)command["command"]!, (bool)command["should_escape"]!));
    }

    [Fact]
    public void Every_method_that_the_sources_call_has_its_scopes_and_no_scope_is_asked_for_in_vain()
    {
        var called = Directory.EnumerateFiles(Path.Combine(Sources.Folder, "src", "NudgeBot", "Channels", "Slack"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("SlackCall.cs" or "SlackScopes.cs"))
            .SelectMany(file => Method().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Contains("chat.postMessage", called);
        Assert.Empty(called.Except(SlackScopes.OfMethods.Keys));
        Assert.Empty(SlackScopes.OfMethods.Where(method => method.Value.Length > 0).Select(method => method.Key).Except(called));
    }

    [Fact]
    public void Its_addresses_are_filled_in_all_of_them()
    {
        var text = Manifest.ToJsonString();

        Assert.DoesNotContain("nudgebot.example.com", text, StringComparison.Ordinal);
        Assert.Equal("https://nudge.example.org/bot/slack/oauth_redirect", Assert.Single(Texts(Manifest["oauth_config"]!["redirect_urls"]!)));
        Assert.Equal("https://nudge.example.org/bot/slack/events", (string)Manifest["settings"]!["interactivity"]!["message_menu_options_url"]!);
        Assert.Equal((true, false, true), Settings(Manifest));
    }

    [Fact]
    public void For_Socket_Mode_it_has_no_address_and_tokens_that_stay()
    {
        var manifest = Read(null);

        Assert.DoesNotContain("https://", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((false, true, false), Settings(manifest));
    }

    [Fact]
    public void It_keeps_to_Slacks_lengths()
    {
        var shown = Manifest["display_information"]!;
        var command = Manifest["features"]!["slash_commands"]![0]!;

        Within(35, shown["name"]);
        Within(140, shown["description"]);
        Assert.InRange(((string)shown["long_description"]!).Length, 175, 4000);
        Assert.Matches("^#[0-9a-f]{6}$", (string)shown["background_color"]!);
        Within(80, Manifest["features"]!["bot_user"]!["display_name"]);
        Assert.Matches("^[a-z0-9._-]+$", (string)Manifest["features"]!["bot_user"]!["display_name"]!);
        Within(32, command["command"]);
        Within(2000, command["description"]);
        Within(1000, command["usage_hint"]);
        Assert.InRange(Manifest["features"]!["shortcuts"]!.AsArray().Count, 1, 10);
        foreach (var shortcut in Manifest["features"]!["shortcuts"]!.AsArray())
        {
            // The name's own limit is Slack's for what its menus show.
            Within(24, shortcut!["name"]);
            Within(255, shortcut["callback_id"]);
            Within(150, shortcut["description"]);
            Assert.Contains((string)shortcut["type"]!, (string[])["message", "global"]);
        }
    }

    [Fact]
    public async Task Slacks_own_types_take_it() =>
        Assert.Empty(await Peers.TypeCheckAsync([("over HTTP", "Manifest", Manifest.ToJsonString()), ("over Socket Mode", "Manifest", Read(null).ToJsonString())]));

    [Fact]
    public async Task The_command_line_writes_it()
    {
        using var folder = new TestFolder();

        var written = await TestProgram.RunAsync(folder, "manifest", "slack", "--url", "https://nudge.example.org", "--out", "app.json");
        var again = await TestProgram.RunAsync(folder, "manifest", "slack", "--socket-mode", "--out", "app.json");
        var shown = await TestProgram.RunAsync(folder, "manifest", "slack", "--socket-mode");
        var neither = await TestProgram.RunAsync(folder, "manifest", "slack");
        var insecure = await TestProgram.RunAsync(folder, "manifest", "slack", "--url", "http://nudge.example.org");

        Assert.Equal([0, 1, 0, 1, 1], [written.Code, again.Code, shown.Code, neither.Code, insecure.Code]);
        Assert.Contains("https://nudge.example.org/slack/events", await File.ReadAllTextAsync(Path.Combine(folder.Path, "app.json")), StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(shown.Output)!["settings"]!["socket_mode_enabled"]!);
        Assert.Contains("--socket-mode", neither.Errors, StringComparison.Ordinal);
        Assert.Contains("https address", insecure.Errors, StringComparison.Ordinal);
    }

    private static JsonNode Read(Uri? address) => JsonNode.Parse(Encoding.UTF8.GetString(new SlackManifest().Write(address)))!;

    private static (bool Rotation, bool Socket, bool Organisations) Settings(JsonNode manifest) =>
        ((bool)manifest["settings"]!["token_rotation_enabled"]!, (bool)manifest["settings"]!["socket_mode_enabled"]!, (bool)manifest["settings"]!["org_deploy_enabled"]!);

    private static IEnumerable<string> Texts(JsonNode node) => node.AsArray().Select(item => (string)item!);

    private static void Within(int length, JsonNode? text) => Assert.InRange(((string)text!).Length, 1, length);

    /// <summary>A name in the first column of a table.</summary>
    [GeneratedRegex(@"(?<=^\|[^|]*)`([a-z_.:]+)`(?=[^|]*\|)", RegexOptions.Multiline)]
    private static partial Regex Scope();

    [GeneratedRegex("\"((?:api|apps|auth|bots|chat|conversations|dnd|files|oauth|reactions|team|usergroups|users|views)\\.[A-Za-z0-9.]+)\"")]
    private static partial Regex Method();
}
