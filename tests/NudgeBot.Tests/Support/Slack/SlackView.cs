using System.Text.Json;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>A modal or a Home tab as it stands.</summary>
internal sealed class SlackView(JsonObject body, string user, SlackInstallation installation)
{
    public string Id => (string)body["id"]!;

    /// <summary>Who sees it.</summary>
    public string User => user;

    public SlackInstallation Installation => installation;

    public string Hash => (string)body["hash"]!;

    public string Type => (string)body["type"]!;

    public string Title => (string?)body["title"]?["text"] ?? "";

    public string CallbackId => (string?)body["callback_id"] ?? "";

    public string PrivateMetadata => (string?)body["private_metadata"] ?? "";

    /// <summary>Every text in reading order.</summary>
    public string AllText => string.Join('\n', Nodes.Texts(body["blocks"]));

    public IReadOnlyList<string> ActionIds => [.. Nodes.Elements(body["blocks"]).Select(element => (string)element.Element["action_id"]!)];

    public bool IsOpen { get; set; } = true;

    public int Updates { get; set; }

    public JsonElement Json => JsonSerializer.SerializeToElement(body);

    internal JsonObject Body { get => body; set => body = value; }

    public override string ToString() => $"{Type} {Id} of {User} \"{Title}\": {AllText}";
}
