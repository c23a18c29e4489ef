using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// What Slack's codes mean for what comes after (the error tables of docs.slack.dev/reference/methods). A code that is not listed means
/// that this message can never go out as it is.
/// </summary>
internal static class SlackRefusals
{
    /// <summary>What to throw for an answer with <c>ok: false</c>; names the method and the code and nothing else.</summary>
    /// <param name="method">What was called.</param>
    /// <param name="answer">What Slack said.</param>
    /// <param name="isDirect">Whether it was about somebody's direct chat: its being gone says that they are.</param>
    /// <returns>An <see cref="HttpRequestException"/> where Slack says that it may have done it all the same.</returns>
    public static Exception Of(string method, SlackAnswer answer, bool isDirect = false) => answer.Error switch
    {
        "fatal_error" or "internal_error" or "request_timeout" => new HttpRequestException($"Slack failed over {method} ({answer.Error}); it may have happened."),
        "missing_scope" => new ChannelException($"Slack refused {method}: the scope {answer.Needed} is missing.", Refusal.Never),
        // A picture that was just brought: Slack shows it only when it has looked it through (slackapi/python-slack-sdk #1521).
        "invalid_blocks" when answer.Errors?.GetRawText().Contains("slack_file", StringComparison.Ordinal) == true =>
            new ChannelException($"Slack has not yet looked through the picture for {method}."),
        var code => new ChannelException($"Slack refused {method}: {code}.", Meaning(code, isDirect)),
    };

    /// <summary>What a code means.</summary>
    public static Refusal Meaning(string? code, bool isDirect = false) => code switch
    {
        // Our own place in the workspace is gone: "account" is the bot's here, as the token's owner.
        "account_inactive" or "token_revoked" or "app_missing" or "team_disabled" or "user_removed_from_team" => Refusal.Removed,

        // The one who should get it left, or cannot be written to.
        "user_disabled" or "user_not_found" or "user_not_visible" or "is_inactive" or "cannot_message_user" => Refusal.Blocked,
        "is_archived" or "channel_not_found" or "not_in_channel" or "messages_tab_disabled" when isDirect => Refusal.Blocked,

        // Passing states of Slack or of the workspace, tokens that are renewed meanwhile, and set-ups that somebody has to put right:
        // a wrong token or an address that the workspace does not let in says nothing about being installed.
        "invalid_auth" or "not_authed" or "ratelimited" or "rate_limited" or "message_limit_exceeded" or "service_unavailable" or "accesslimited" or "team_added_to_org" or "org_login_required"
            or "ekm_access_denied" or "token_expired" or "hash_conflict" or "invalid_cursor" or "channel_is_limited_access" or null => Refusal.Later,
        _ => Refusal.Never,
    };
}
