namespace NudgeBot.Channels.Slack.Install;

/// <summary>Says what to do about a token that Slack refuses.</summary>
internal static class SlackTokenAdvice
{
    public static string Of(string? error) => error switch
    {
        "invalid_auth" or "not_authed" => $"Slack does not know the bot token ({error}). Copy it again from \"OAuth & Permissions\" of the app into Slack:BotToken, and check whether the workspace lets in only some addresses.",
        "token_revoked" or "account_inactive" => $"The bot token was revoked ({error}). Install the app in the workspace again, and put the new token into Slack:BotToken.",
        "token_expired" => "The bot token ended. Rotating tokens need Slack:ClientId and Slack:ClientSecret instead of Slack:BotToken.",
        "not_allowed_token_type" => "Slack:BotToken is a token of another kind. The bot token begins with xoxb- and stands under \"OAuth & Permissions\" of the app.",
        _ => $"Slack refuses the bot token ({error}). Look at \"OAuth & Permissions\" of the app.",
    };
}
