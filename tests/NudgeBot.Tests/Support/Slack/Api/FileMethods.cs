using System.Text.Json.Nodes;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>The external upload: an address, the bytes, and the completion that shares them.</summary>
internal static class FileMethods
{
    public static JsonObject GetUploadUrl(ApiCall call)
    {
        var alt = call.Text("alt_txt");
        if (alt?.Length > 1000)
            throw new ApiError("alt_txt_too_large");
        var file = new SlackFile { Id = call.World.NextId("F"), Name = call.Need("filename"), Length = call.Number("length", 0), AltText = alt, Owner = call.Installation };
        if (file.Length < 1)
            throw ApiError.Arguments("missing required field: length");
        call.World.Files.Add(file);
        return Ok(("upload_url", new Uri(call.World.Address, $"upload/v1/{file.Id}").AbsoluteUri), ("file_id", file.Id));
    }

    public static JsonObject Complete(ApiCall call)
    {
        if (call.Node("files") is not JsonArray { Count: > 0 } asked)
            throw ApiError.Arguments("missing required field: files");
        var files = new List<SlackFile>();
        foreach (var entry in asked.OfType<JsonObject>())
        {
            var file = call.World.Files.Find(file => file.Id == (string?)entry["id"] && file.Owner == call.Installation) ?? throw new ApiError("file_not_found");
            if (file.Content is null)
                throw new ApiError("file_not_found");
            file.Title = (string?)entry["title"] ?? file.Name;
            files.Add(file);
        }

        var channel = call.Text("channel_id") is { Length: > 0 } ? call.Channel("channel_id") : null;
        if (channel is not null && !channel.Members.Contains(call.Installation.BotUserId))
            throw new ApiError("not_in_channel");
        foreach (var file in files)
            (file.IsComplete, file.Channel) = (true, channel?.Id);
        if (channel is not null)
            Share(call, channel, files);
        return Ok(("files", new JsonArray([.. files.Select(Shown)])));
    }

    /// <summary>The bytes arrive. Slack answers in plain text.</summary>
    public static string? Receive(SlackFile file, byte[] content)
    {
        if (file.IsComplete || content.Length != file.Length)
            return null;
        file.Content = content;
        return $"OK - {content.Length}";
    }

    private static void Share(ApiCall call, SlackChannel channel, IEnumerable<SlackFile> files)
    {
        var body = new JsonObject
        {
            ["type"] = "message",
            ["ts"] = call.World.NextTs(),
            ["user"] = call.Installation.BotUserId,
            ["bot_id"] = call.Installation.BotId,
            ["text"] = call.Text("initial_comment") ?? "",
            ["files"] = new JsonArray([.. files.Select(Shown)]),
        };
        if (call.Node("blocks") is { } blocks)
            body["blocks"] = blocks;
        if (call.Text("thread_ts") is { Length: > 0 } thread)
            body["thread_ts"] = thread;
        call.World.Messages.Add(new(channel, body, MessageSource.Api));
    }

    private static JsonObject Shown(SlackFile file) => new()
    {
        ["id"] = file.Id,
        ["name"] = file.Name,
        ["title"] = file.Title,
        ["mimetype"] = file.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? "image/png" : "application/octet-stream",
        ["size"] = file.Length,
        ["alt_txt"] = file.AltText,
        ["permalink"] = $"https://fake.slack.com/files/{file.Id}/{file.Name}",
        ["x_unknown"] = new JsonArray(),
    };
}
