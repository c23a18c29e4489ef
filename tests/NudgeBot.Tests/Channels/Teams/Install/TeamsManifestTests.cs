using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Install;
using NudgeBot.Commands;
using NudgeBot.Tests.Support;
using SkiaSharp;

namespace NudgeBot.Tests.Channels.Teams.Install;

public sealed class TeamsManifestTests
{
    private static readonly TeamsPackage Package = TeamsPackage.Write();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Microsofts_own_schemas_take_it_in_both_languages(bool targeted)
    {
        var package = TeamsPackage.Write(targeted);

        var faults = await Peers.CheckTeamsAppAsync(new Dictionary<string, JsonNode> { ["manifest.json"] = package.Manifest, ["de.json"] = package.German });

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_package_with_faults_is_refused_by_the_schemas()
    {
        var (manifest, german) = (Package.Manifest, Package.German);
        (manifest["accentColor"], manifest["bots"]![0]!["suportsFiles"], german["name.short"]) = ("green", true, new string('x', 31));

        var faults = await Peers.CheckTeamsAppAsync(new Dictionary<string, JsonNode> { ["manifest.json"] = manifest, ["de.json"] = german });

        Assert.Equal(3, faults.Count);
    }

    [Fact]
    public void It_holds_what_Teams_wants_at_its_root() =>
        Assert.Equal(["color.png", "de.json", "manifest.json", "outline.png"], Package.Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_words_write_the_same_bytes()
    {
        var id = Guid.Parse(TeamsPackage.AppId);

        Assert.Equal(TeamsManifest.Write(new Uri("https://a.example/"), id, true, "1.0.0"), TeamsManifest.Write(new Uri("https://a.example"), id, true, "1.0.0"));
    }

    [Theory]
    [InlineData("https://nudge.example.org/bot/", "https://nudge.example.org/bot/teams/tab", "nudge.example.org")]
    [InlineData("https://staging.nudgebot.example.com", "https://staging.nudgebot.example.com/teams/tab", "staging.nudgebot.example.com")]
    [InlineData("https://nudge.example.org:8443", "https://nudge.example.org:8443/teams/tab", "nudge.example.org:8443")]
    public void Its_addresses_and_ids_are_those_of_the_installation(string address, string tab, string host)
    {
        var package = TeamsPackage.Write(address: address);
        var manifest = package.Manifest;

        Assert.Equal(tab, (string)manifest["staticTabs"]!.AsArray().Single(one => (string)one!["entityId"]! == "circle")!["contentUrl"]!);
        Assert.Equal([host], TeamsPackage.Texts(manifest["validDomains"]));
        Assert.Equal(
            (TeamsPackage.AppId, TeamsPackage.AppId, TeamsPackage.AppId, "1.2.3"),
            ((string)manifest["id"]!, (string)package.Bot["botId"]!, (string)manifest["composeExtensions"]![0]!["botId"]!, (string)manifest["version"]!));
        Assert.Equal(
            (TeamsPackage.AppId, $"api://{host}/botid-{TeamsPackage.AppId}"),
            ((string)manifest["webApplicationInfo"]!["id"]!, (string)manifest["webApplicationInfo"]!["resource"]!));
        Assert.DoesNotContain("00000000-0000", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Private_commands_in_channels_are_only_in_the_targeted_package()
    {
        var targeted = TeamsPackage.Write(targeted: true).Bot;

        Assert.Null(Package.Bot["supportsTargetedMessages"]);
        Assert.All(Package.Bot["commandLists"]!.AsArray(), list => Assert.Null(list!["triggers"]));
        Assert.True((bool)targeted["supportsTargetedMessages"]!);
        Assert.All(targeted["commandLists"]!.AsArray(), list => Assert.Equal(
            TeamsPackage.Texts(list!["scopes"]).Contains("personal") ? [] : ["mention", "slash"], TeamsPackage.Texts(list["triggers"])));
    }

    [Fact]
    public void Every_scope_of_the_bot_has_commands_and_none_has_two_alike()
    {
        var scopes = TeamsPackage.Texts(Package.Bot["scopes"]).ToList();

        Assert.Equal(["personal", "team", "groupChat"], scopes);
        Assert.All(scopes, scope => Assert.InRange(Package.Commands(scope).Select(TeamsPackage.Inserted).Distinct().Count(), Package.Commands(scope).Count, 12));
    }

    [Fact]
    public async Task Its_commands_are_those_that_the_router_knows()
    {
        await using var bot = new TestBot();
        var known = bot.Services.GetRequiredService<Routes>().Commands.Select(route => route.Info.Name).ToHashSet();

        var unknown = TeamsPackage.Texts(Package.Bot["scopes"]).SelectMany(Package.Commands).Select(TeamsPackage.Inserted).Where(text => !known.Contains(text.Split(' ')[0]));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Its_message_extension_has_the_commands_that_are_handled()
    {
        var commands = Package.Manifest["composeExtensions"]![0]!["commands"]!.AsArray();

        Assert.Equal(
            [(TeamsExtension.Log, "action", true), (TeamsExtension.Person, "query", false)],
            commands.Select(command => ((string)command!["id"]!, (string)command["type"]!, (bool?)command["fetchTask"] ?? false)));
        Assert.Equal(["message"], TeamsPackage.Texts(commands[0]!["context"]));
    }

    [Fact]
    public void Every_word_that_people_see_is_there_in_German_and_what_they_type_is_not()
    {
        var manifest = Package.Manifest;
        List<string> seen = ["name.short", "name.full", "description.short", "description.full"];
        foreach (var (at, list) in manifest["bots"]![0]!["commandLists"]!.AsArray().Index())
        {
            foreach (var (n, command) in list!["commands"]!.AsArray().Index())
                seen.AddRange(command!["prompt"] is null ? [$"bots[0].commandLists[{at}].commands[{n}].description"] : [$"bots[0].commandLists[{at}].commands[{n}].title", $"bots[0].commandLists[{at}].commands[{n}].description"]);
        }

        foreach (var (at, command) in manifest["composeExtensions"]![0]!["commands"]!.AsArray().Index())
        {
            var place = $"composeExtensions[0].commands[{at}]";
            seen.AddRange([$"{place}.title", $"{place}.description"]);
            foreach (var (n, _) in (command!["parameters"] as JsonArray ?? []).Index())
                seen.AddRange([$"{place}.parameters[{n}].title", $"{place}.parameters[{n}].description"]);
        }

        seen.AddRange(manifest["staticTabs"]!.AsArray().Index().Where(tab => tab.Item!["name"] is not null).Select(tab => $"staticTabs[{tab.Index}].name"));

        Assert.Equal(seen.Order(StringComparer.Ordinal), Package.German.Select(text => text.Key).Where(key => key[0] != '$').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_coloured_icon_fills_its_square()
    {
        using var icon = Icon("color.png");

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
        Assert.Equal((string)Package.Manifest["accentColor"]!, $"#{icon.GetPixel(0, 0).Red:x2}{icon.GetPixel(0, 0).Green:x2}{icon.GetPixel(0, 0).Blue:x2}");
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        using var icon = Icon("outline.png");

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Equal(0, icon.GetPixel(0, 0).Alpha);
        Assert.InRange(icon.Pixels.Count(pixel => pixel.Alpha > 200), 60, 400);
    }

    [Fact]
    public async Task The_command_line_writes_it()
    {
        using var folder = new TestFolder();
        string[] teams = ["manifest", "teams", "--url", "https://nudge.example.org"];

        var written = await TestProgram.RunAsync(folder, [.. teams, "--app-id", TeamsPackage.AppId, "--targeted", "--out", "app.zip"]);
        var again = await TestProgram.RunAsync(folder, [.. teams, "--app-id", TeamsPackage.AppId, "--out", "app.zip"]);
        var configured = await TestProgram.RunAsync(folder, new Dictionary<string, string> { ["Teams__AppId"] = TeamsPackage.AppId }, [.. teams, "--app-version", "2.0.10"]);

        Assert.Equal([0, 1, 0], [written.Code, again.Code, configured.Code]);
        Assert.True((bool)TeamsPackage.Open(await File.ReadAllBytesAsync(folder.File("app.zip"))).Bot["supportsTargetedMessages"]!);
        Assert.Equal("2.0.10", (string)TeamsPackage.Open(await File.ReadAllBytesAsync(folder.File("nudgebot-teams.zip"))).Manifest["version"]!);
        Assert.Equal("Wrote nudgebot-teams.zip.", configured.Output.Trim());
    }

    [Theory]
    [InlineData("--app-id with", "teams", "--url", "https://nudge.example.org")]
    [InlineData("which is a guid", "teams", "--url", "https://nudge.example.org", "--app-id", "nudgebot")]
    [InlineData("which is a guid", "teams", "--url", "https://nudge.example.org", "--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Give --url", "teams", "--app-id", TeamsPackage.AppId)]
    [InlineData("three numbers", "teams", "--url", "https://nudge.example.org", "--app-id", TeamsPackage.AppId, "--app-version", "1.0")]
    [InlineData("https address", "teams", "--url", "http://nudge.example.org", "--app-id", TeamsPackage.AppId)]
    [InlineData("--socket-mode is for slack alone; teams takes --url, --app-id, --targeted, --app-version and --out.", "teams", "--socket-mode")]
    [InlineData("--app-id and --targeted is for teams alone; slack takes --url, --socket-mode and --out.", "slack", "--socket-mode", "--targeted", "--app-id", TeamsPackage.AppId)]
    public async Task What_is_missing_or_does_not_fit_is_told_with_what_would_work(string told, params string[] words)
    {
        using var folder = new TestFolder();

        var outcome = await TestProgram.RunAsync(folder, ["manifest", .. words]);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(told, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private static SKBitmap Icon(string file) => SKBitmap.Decode(Package.Files[file], new SKImageInfo
    {
        Width = SKBitmap.DecodeBounds(Package.Files[file]).Width,
        Height = SKBitmap.DecodeBounds(Package.Files[file]).Height,
        ColorType = SKColorType.Rgba8888,
        AlphaType = SKAlphaType.Unpremul,
    });
}
