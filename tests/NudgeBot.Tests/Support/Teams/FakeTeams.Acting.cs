using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>What people do, sent to the bot as Teams does.</summary>
internal sealed partial class FakeTeams
{
    private HttpClient http = new();

    /// <summary>Says where the bot listens, and by what the requests go there.</summary>
    public void ConnectTo(Uri bot, HttpMessageHandler through) => (BotUrl, http) = (bot, new HttpClient(through, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(30) });

    /// <summary>An activity of somebody's in their personal chat, a channel or a group chat.</summary>
    public JsonObject Activity(TeamsPersona who, string type, string? conversationId = null) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Interlocked.Increment(ref next)}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = who.UserId, ["name"] = who.Name, ["aadObjectId"] = who.ObjectId },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "NudgeBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = conversationId ?? who.ChatId,
            ["tenantId"] = Tenant,
            ["conversationType"] = conversationId is null ? "personal" : conversationId.Contains("@thread.tacv2", StringComparison.Ordinal) ? "channel" : "groupChat",
        },
        ["locale"] = who.Locale,
        ["localTimezone"] = who.TimeZone,
        ["channelData"] = conversationId?.Contains("@thread.tacv2", StringComparison.Ordinal) == true
            ? new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant }, ["team"] = new JsonObject { ["id"] = TeamId }, ["channel"] = new JsonObject { ["id"] = conversationId.Split(';')[0] } }
            : new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    /// <summary>Sends an activity with a good token.</summary>
    public Task<TeamsAnswer> SendAsync(JsonObject activity) =>
        PostAsync(activity.ToJsonString(), Authority.Sign(Authority.Claims(AppId, (string?)activity["serviceUrl"] ?? ServiceUrl)));

    /// <summary>Sends whatever is given.</summary>
    public async Task<TeamsAnswer> PostAsync(string body, string? token, string scheme = "Bearer", string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BotUrl!, "/api/messages")) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = new TeamsAnswer((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null);
        answers.Enqueue(answer);
        return answer;
    }

    /// <summary>Writes in the personal chat, or names the bot elsewhere. Mentions of people are written <c>@Bob Tanaka</c>.</summary>
    public Task<TeamsAnswer> SayAsync(TeamsPersona who, string text, string? conversationId = null)
    {
        var activity = Activity(who, "message", conversationId);
        var entities = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = who.Locale, ["timezone"] = who.TimeZone });
        foreach (var person in People.Where(person => text.Contains($"@{person.Name}", StringComparison.Ordinal)))
        {
            text = text.Replace($"@{person.Name}", $"<at>{person.Name}</at>", StringComparison.Ordinal);
            entities.Add(Mention(person.UserId, person.Name));
        }

        if (conversationId is not null)
        {
            text = $"<at>NudgeBot</at>&nbsp;{text}";
            entities.Add(Mention($"28:{AppId}", "NudgeBot"));
        }

        (activity["text"], activity["textFormat"], activity["entities"]) = (text, "plain", entities);
        return SendAsync(activity);
    }

    /// <summary>Says a command by a slash in a channel or group chat: only the bot gets it, and nobody is mentioned.</summary>
    public Task<TeamsAnswer> SlashAsync(TeamsPersona who, string text, string conversationId)
    {
        var activity = Activity(who, "message", conversationId);
        activity["recipient"]!["isTargeted"] = true;
        (activity["text"], activity["textFormat"]) = (text, "plain");
        return SendAsync(activity);
    }

    /// <summary>Presses a button of a message by its title, with what was filled into the card's inputs.</summary>
    public Task<TeamsAnswer> PressAsync(TeamsPersona who, TeamsPost post, string title, JsonObject? inputs = null) =>
        PressAsync(who, post.Card!, title, inputs, post.Id, post.ConversationId == who.ChatId ? null : post.ConversationId);

    /// <summary>Presses a button of a card that stands in a message's place.</summary>
    public async Task<TeamsAnswer> PressAsync(TeamsPersona who, JsonObject card, string title, JsonObject? inputs, string messageId, string? conversationId = null)
    {
        var action = TeamsPost.Actions(card).First(one => (string?)one["title"] == title);
        var data = Filled(card, (JsonObject)action["data"]!.DeepClone(), inputs);
        var activity = Activity(who, "invoke", conversationId);
        activity["replyToId"] = messageId;
        if ((string?)action["type"] == "Action.Execute")
        {
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string?)action["verb"], ["title"] = title, ["data"] = data },
                ["trigger"] = "manual",
            };
            return await SendAsync(activity);
        }

        (activity["name"], activity["value"]) = ("task/fetch", new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
        return await SendAsync(activity);
    }

    /// <summary>
    /// Looks at a channel's message, as a client does: whoever the card names gets a card of their own, which it asks for; the others see the
    /// card that stands for everybody, unless they ask by its menu.
    /// </summary>
    public async Task<JsonObject> LookAsync(TeamsPersona who, TeamsPost post, bool byMenu = false)
    {
        var refresh = post.Card!["refresh"] as JsonObject;
        if (refresh is null || !(byMenu || refresh["userIds"]!.AsArray().Any(id => (string?)id == who.UserId)))
            return post.Card;
        var answer = await AskForCardAsync(who, refresh["action"]!, post.ConversationId, byMenu ? "manual" : "automatic");
        // Clients go on showing what they have when the answer is no card.
        return (string?)answer.Body?["type"] == "application/vnd.microsoft.card.adaptive" ? (JsonObject)answer.Body["value"]! : post.Card;
    }

    /// <summary>Asks for a viewer's own card by the action that a card names for it.</summary>
    public Task<TeamsAnswer> AskForCardAsync(TeamsPersona who, JsonNode action, string conversationId, string trigger = "automatic")
    {
        var activity = Activity(who, "invoke", conversationId);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = trigger };
        return SendAsync(activity);
    }

    /// <summary>Sends a dialog's form, filled in.</summary>
    public Task<TeamsAnswer> SubmitAsync(TeamsPersona who, TeamsAnswer dialog, JsonObject inputs, string? conversationId = null)
    {
        var card = (JsonObject)dialog.Body!["task"]!["value"]!["card"]!["content"]!;
        var activity = Activity(who, "invoke", conversationId);
        var data = Filled(card, (JsonObject)TeamsPost.Actions(card).First()["data"]!.DeepClone(), inputs);
        (activity["name"], activity["value"]) = ("task/submit", new JsonObject { ["data"] = data });
        return SendAsync(activity);
    }

    /// <summary>The bot is added to a personal chat, or to a team.</summary>
    public Task<TeamsAnswer> InstallAsync(TeamsPersona who, string? conversationId = null, string action = "add")
    {
        var activity = Activity(who, "installationUpdate", conversationId);
        activity["action"] = action;
        return SendAsync(activity);
    }

    /// <summary>What a client sends of a card's inputs: what they held, or what was filled in.</summary>
    private static JsonObject Filled(JsonObject card, JsonObject data, JsonObject? inputs)
    {
        foreach (var input in (card["body"] as JsonArray ?? []).OfType<JsonObject>().Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            var id = (string)input["id"]!;
            data[id] = (inputs is not null && inputs.ContainsKey(id) ? inputs[id] : input["value"])?.DeepClone();
        }

        foreach (var (name, _) in inputs ?? [])
        {
            if (!data.ContainsKey(name))
                throw new InvalidOperationException($"The form has no field {name}.");
        }

        return data;
    }

    private static JsonObject Mention(string id, string name) =>
        new() { ["type"] = "mention", ["text"] = $"<at>{name}</at>", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };
}

/// <summary>How the bot answered.</summary>
internal sealed record TeamsAnswer(int Status, JsonObject? Body);
