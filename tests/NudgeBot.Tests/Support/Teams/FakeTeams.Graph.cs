using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>Microsoft Graph's side: what stands in a conversation, for an application that may look.</summary>
internal sealed partial class FakeTeams
{
    /// <summary>How many messages a page of history holds at most, whatever is asked for.</summary>
    public int HistoryPage { get; set; } = 50;

    private (int, JsonObject?) Remember(string path, HttpContext context, string? token)
    {
        if (token is not "graph-token")
            return (401, Error("InvalidAuthenticationToken"));
        var conversationId = path.Split('/').Select(Uri.UnescapeDataString).ToArray() switch
        {
            ["chats", var id, "messages"] => People.Find(person => id == $"19:{person.ObjectId}_{AppId}@unq.gbl.spaces")?.ChatId,
            ["teams", GroupId, "channels", var id, "messages"] => id,
            _ => null,
        };
        if (conversationId is null)
            return (404, Error("NotFound"));
        var start = int.TryParse(context.Request.Query["$skiptoken"], out var at) ? at : 0;
        List<JsonObject> messages;
        lock (gate)
            messages = [.. posts.Where(post => post.ConversationId == conversationId).Reverse().Select(Tell)];
        var page = new JsonObject { ["value"] = new JsonArray([.. messages.Skip(start).Take(HistoryPage)]) };
        if (start + HistoryPage < messages.Count)
            page["@odata.nextLink"] = $"https://graph.microsoft.com/v1.0/{path}?$skiptoken={start + HistoryPage}";
        return (200, page);
    }

    private static JsonObject Tell(TeamsPost post)
    {
        var card = post.Card is { } drawn
            ? new JsonObject { ["id"] = "1", ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = drawn.ToJsonString() }
            : null;
        return new()
        {
            ["id"] = post.Id,
            ["createdDateTime"] = post.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["from"] = new JsonObject { ["application"] = new JsonObject { ["id"] = AppId, ["applicationIdentityType"] = "bot" } },
            ["body"] = new JsonObject
            {
                ["contentType"] = "html",
                ["content"] = card is null ? $"<p>{WebUtility.HtmlEncode((string)post.Activity["text"]!).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>" : "<attachment id=\"1\"></attachment>",
            },
            ["attachments"] = card is null ? [] : new JsonArray(card),
        };
    }
}
