namespace NudgeBot.Channels.Slack.Out;

/// <summary>One call of a method of Slack's Web API.</summary>
/// <param name="Method">Such as <c>chat.postMessage</c>.</param>
/// <param name="WorkspaceId">Whose limits it counts against; null where no workspace is known, as while one is being installed.</param>
/// <param name="Token">Goes into the header and nowhere else.</param>
/// <param name="Arguments">Form fields; those without a value are left out.</param>
internal sealed record SlackCall(string Method, string? WorkspaceId, string? Token, params IReadOnlyList<(string Name, string? Value)> Arguments)
{
    /// <summary>The channel that a message goes to, which has a limit of its own.</summary>
    public string? Channel => Method.StartsWith("chat.", StringComparison.Ordinal) ? Arguments.FirstOrDefault(argument => argument.Name == "channel").Value : null;

    /// <summary>Whether a repetition does no harm, so that a call whose fate is unknown may be made again.</summary>
    public bool IsRepeatable => Method is
        "auth.test" or "auth.teams.list" or "team.info" or "users.info" or "users.list" or "users.conversations" or "users.lookupByEmail"
        or "conversations.history" or "conversations.info" or "conversations.list" or "conversations.members" or "conversations.open" or "conversations.join"
        or "chat.update" or "views.publish" or "dnd.teamInfo" or "files.getUploadURLExternal" or "apps.connections.open";

    /// <summary>Without the token and the arguments, so that neither gets into a log.</summary>
    public override string ToString() => $"{Method} in {WorkspaceId ?? "no workspace"}";
}
