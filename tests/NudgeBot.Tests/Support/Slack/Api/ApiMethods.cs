namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>All methods the fake knows, with tier, body format and scope as of August 2026.</summary>
internal static class ApiMethods
{
    private static readonly string[] ReadChannels = ["channels:read", "groups:read", "im:read", "mpim:read"];
    private static readonly string[] ReadHistory = ["channels:history", "groups:history", "im:history", "mpim:history"];

    private static readonly ApiMethod[] Fixed =
    [
        new("api.test", 100, true, [], AuthMethods.ApiTest) { Token = null },
        new("auth.test", 0, true, [], AuthMethods.Test),
        new("auth.revoke", 50, false, [], AuthMethods.Revoke),
        new("auth.teams.list", 20, false, [], AuthMethods.Teams),
        new("apps.uninstall", 1, false, [], AuthMethods.Uninstall),
        new("chat.postMessage", 0, true, ["chat:write"], ChatMethods.Post),
        new("chat.update", 50, true, ["chat:write"], ChatMethods.Update),
        new("chat.delete", 50, true, ["chat:write"], ChatMethods.Delete),
        new("chat.postEphemeral", 100, true, ["chat:write"], ChatMethods.PostEphemeral),
        new("conversations.open", 50, true, ["im:write", "mpim:write"], ConversationMethods.Open),
        new("conversations.info", 50, false, ReadChannels, ConversationMethods.Info),
        new("conversations.list", 20, false, ReadChannels, ConversationMethods.List),
        new("conversations.members", 100, false, ReadChannels, ConversationMethods.Members),
        new("conversations.history", 50, true, ReadHistory, ConversationMethods.History),
        new("conversations.replies", 50, false, ReadHistory, ConversationMethods.Replies),
        new("conversations.join", 50, true, ["channels:join"], ConversationMethods.Join),
        new("users.info", 100, false, ["users:read"], UserMethods.Info),
        new("users.list", 20, false, ["users:read"], UserMethods.List),
        new("users.lookupByEmail", 50, false, ["users:read.email"], UserMethods.ByEmail),
        new("users.conversations", 50, false, ReadChannels, ConversationMethods.OfUser),
        new("views.open", 100, true, [], ViewMethods.Open),
        new("views.push", 100, true, [], ViewMethods.Push),
        new("views.update", 100, true, [], ViewMethods.Update),
        new("views.publish", 100, true, [], ViewMethods.Publish),
        new("files.getUploadURLExternal", 100, false, ["files:write"], FileMethods.GetUploadUrl),
        new("files.completeUploadExternal", 100, true, ["files:write"], FileMethods.Complete),
        new("team.info", 50, true, ["team:read"], TeamMethods.Info),
        new("dnd.info", 50, false, ["dnd:read"], TeamMethods.Dnd),
        new("dnd.teamInfo", 20, false, ["dnd:read"], TeamMethods.TeamDnd),
        new("blocks.validate", 100, true, [], BlockMethods.Validate) { Token = null },
    ];

    /// <summary>These, and those of a server's own state.</summary>
    public static IReadOnlyDictionary<string, ApiMethod> With(params ApiMethod[] more) => Fixed.Concat(more).ToDictionary(method => method.Name);
}
