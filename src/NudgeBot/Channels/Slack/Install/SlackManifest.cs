using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>The app's manifest for Slack, as <c>manifests/slack.json</c> has it, with the addresses of this installation.</summary>
internal sealed class SlackManifest : IAppManifest
{
    /// <summary>What stands for the address in the file.</summary>
    private const string Placeholder = "https://nudgebot.example.com";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<bool> socket = new("--socket-mode") { Description = "For slack: NudgeBot connects by itself, so that it needs no address" };

    public string Name => SlackServices.ChannelName;

    public IReadOnlyList<Option> Options => [socket];

    public string? FileName => null;

    public ManifestOutcome Write(Uri? address, ParseResult words, IConfiguration settings) => words.GetValue(socket) == (address is null)
        ? ManifestOutcome.Of(Write(address))
        : ManifestOutcome.Refused("Give either --url with the https address under which the platform reaches NudgeBot, or --socket-mode.");

    /// <summary>Writes the manifest.</summary>
    /// <param name="address">Where Slack reaches NudgeBot, or null where NudgeBot connects by itself (Socket Mode).</param>
    public byte[] Write(Uri? address)
    {
        using var file = typeof(SlackManifest).Assembly.GetManifestResourceStream("slack.json")!;
        var manifest = JsonNode.Parse(file)!;
        if (address is null)
            ConnectByItself(manifest);
        else
            Fill(manifest, address.AbsoluteUri.TrimEnd('/'));
        return JsonSerializer.SerializeToUtf8Bytes(manifest, Readable);
    }

    /// <summary>Socket Mode, for one workspace by its token: no address, and a token that does not end, as nothing could renew it.</summary>
    private static void ConnectByItself(JsonNode manifest)
    {
        var settings = manifest["settings"]!.AsObject();
        (settings["socket_mode_enabled"], settings["token_rotation_enabled"], settings["org_deploy_enabled"]) = (true, false, false);
        settings["event_subscriptions"]!.AsObject().Remove("request_url");
        settings["interactivity"]!.AsObject().Remove("request_url");
        settings["interactivity"]!.AsObject().Remove("message_menu_options_url");
        manifest["oauth_config"]!.AsObject().Remove("redirect_urls");
        foreach (var command in manifest["features"]!["slash_commands"]!.AsArray())
            command!.AsObject().Remove("url");
    }

    private static void Fill(JsonNode? node, string address)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToList())
                    Fill(member.Value, address);
                break;
            case JsonArray items:
                foreach (var item in items.ToList())
                    Fill(item, address);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Placeholder, StringComparison.Ordinal):
                value.ReplaceWith(address + text[Placeholder.Length..]);
                break;
        }
    }
}
