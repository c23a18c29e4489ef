using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>The connector's side: conversations, messages, members.</summary>
internal sealed partial class FakeTeams
{
    private (int, JsonObject?) Connect(HttpContext context, string path, JsonObject? body, string? token)
    {
        if (token is not "connector-token")
            return (401, Error("AuthorizationError"));
        var parts = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var (method, isTargeted) = (context.Request.Method, context.Request.Query["isTargetedActivity"] == "true");
        return (method, parts) switch
        {
            ("POST", ["v3", "conversations"]) => Fault("open", () => Open(body!), context),
            ("POST", ["v3", "conversations", var id, "activities"]) => Fault("send", () => Send(id, body!, isTargeted), context),
            ("PUT", ["v3", "conversations", var id, "activities", var message]) => Fault("update", () => body!["recipient"] is null
                ? Change(id, message, isTargeted, post => (post.Activity, post.Updates) = (body, post.Updates + 1))
                : (400, Error("BadArgument")), context),
            ("DELETE", ["v3", "conversations", var id, "activities", var message]) => Fault("delete", () => Change(id, message, isTargeted, post => post.IsDeleted = true), context),
            ("GET", ["v3", "conversations", var id, "pagedmembers"]) => Fault("members", () => Members(id, context.Request.Query["continuationToken"]), context),
            ("GET", ["v3", "conversations", var id, "members", var user]) => Fault("member", () => In(id).FirstOrDefault(person => person.UserId == user || person.ObjectId == user) is { } found
                ? (200, Tell(found))
                : (404, Error("MemberNotFound")), context),
            ("GET", ["v3", "teams", _]) => (200, new JsonObject { ["id"] = TeamId, ["aadGroupId"] = GroupId }),
            ("GET", ["v3", "teams", _, "conversations"]) => (200, new JsonObject
            {
                ["conversations"] = new JsonArray(new JsonObject { ["id"] = TeamId }, new JsonObject { ["id"] = ChannelId, ["name"] = "Random" }),
            }),
            _ => (404, Error("NotFound")),
        };
    }

    private (int, JsonObject?) Open(JsonObject body)
    {
        var asked = (string?)body["members"]?[0]?["id"];
        if (People.Find(person => person.UserId == asked || person.ObjectId == asked) is not { } person || (string?)body["tenantId"] != Tenant)
            return (404, Error("UserNotFound"));
        return Closed.TryGetValue(person.UserId, out var code) ? (403, Error(code)) : (201, new JsonObject { ["id"] = person.ChatId + Anew, ["serviceUrl"] = ServiceUrl });
    }

    private (int, JsonObject?) Send(string conversationId, JsonObject activity, bool isTargeted)
    {
        if ((string?)activity["type"] is null)
            return (400, Error("BadArgument"));
        var person = People.Find(one => one.ChatId + Anew == conversationId);
        if (person is null && !conversationId.StartsWith("19:", StringComparison.Ordinal))
            return (404, Error("ConversationNotFound"));
        if (person is not null && Closed.TryGetValue(person.UserId, out var code))
            return (403, Error(code));
        if (isTargeted != (activity["recipient"]?["id"] is not null) || (isTargeted && person is not null))
            return (400, Error("BadArgument"));
        if (CardRules.IsTooLarge(activity))
            return (413, Error("MessageSizeTooBig"));
        lock (gate)
        {
            var id = (++next).ToString(CultureInfo.InvariantCulture);
            posts.Add(new TeamsPost { Id = id, ConversationId = conversationId, Activity = activity, At = Clock.GetUtcNow(), TargetedAt = isTargeted ? (string?)activity["recipient"]!["id"] : null });
            // Text and card in one activity are parted, and no id comes back.
            return activity["text"] is not null && activity["attachments"] is not null ? (201, new JsonObject()) : (201, new JsonObject { ["id"] = id });
        }
    }

    /// <summary>Targeted messages are changed as such, the others not, and they are gone after a day.</summary>
    private (int, JsonObject?) Change(string conversationId, string id, bool isTargeted, Action<TeamsPost> change)
    {
        lock (gate)
        {
            if (posts.Find(post => post.Id == id && post.ConversationId == conversationId && !post.IsDeleted) is not { } post || isTargeted != (post.TargetedAt is not null)
                || (isTargeted && Clock.GetUtcNow() - post.At > TimeSpan.FromHours(24)))
                return (404, Error("ActivityNotFoundInConversation"));
            change(post);
            return (200, new JsonObject { ["id"] = id });
        }
    }

    private IEnumerable<TeamsPersona> In(string conversationId) => People.Where(person => !Outside.Contains((conversationId, person)));

    private (int, JsonObject?) Members(string conversationId, string? from)
    {
        var start = int.TryParse(from, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. In(conversationId).Skip(start).Take(PageSize).Select(Tell)]) };
        if (start + PageSize < In(conversationId).Count())
            page["continuationToken"] = (start + PageSize).ToString(CultureInfo.InvariantCulture);
        return (200, page);
    }

    private static JsonObject Tell(TeamsPersona person) => new()
    {
        ["id"] = person.UserId,
        ["name"] = person.Name,
        ["objectId"] = person.ObjectId,
        ["tenantId"] = Tenant,
        ["userRole"] = person.Role,
        ["email"] = $"{person.Name.Split(' ')[0]}@contoso.example",
        ["userPrincipalName"] = $"{person.Name.Split(' ')[0]}@contoso.example",
    };
}
