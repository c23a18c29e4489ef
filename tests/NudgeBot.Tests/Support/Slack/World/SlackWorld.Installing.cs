namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>Installations and their tokens, and the DMs of their bots.</summary>
internal sealed partial class SlackWorld
{
    /// <summary>Called when an installation ends, to tell the bot.</summary>
    public Action<SlackInstallation>? Ended { get; set; }

    public SlackInstallation Install(SlackApp app, SlackWorkspace? workspace, string? enterprise, string? enterpriseName, string by, IEnumerable<string> scopes)
    {
        var known = Installations.LastOrDefault(one => one.App == app && one.Workspace == workspace && one.EnterpriseId == enterprise && one.IsActive);
        var installation = known ?? new SlackInstallation
        {
            App = app,
            Workspace = workspace,
            EnterpriseId = enterprise,
            EnterpriseName = enterpriseName,
            BotUserId = NextId("UB"),
            BotId = NextId("B"),
            InstalledBy = by,
        };
        installation.InstalledBy = by;
        // Installing again adds scopes; only a revocation takes them away.
        installation.Scopes.AddRange(scopes.Where(scope => !installation.Scopes.Contains(scope)).ToList());
        if (known is null)
        {
            Installations.Add(installation);
            if (workspace is not null)
                Users[installation.BotUserId] = new() { Id = installation.BotUserId, Workspace = workspace, Name = app.Name.ToLowerInvariant(), IsBot = true, TimeZone = "Etc/UTC" };
        }

        if (known is null || app.TokenRotation)
            NewToken(installation);
        return installation;
    }

    /// <summary>A new bot token; with rotation the third one ends the first.</summary>
    public SlackToken NewToken(SlackInstallation installation)
    {
        var rotates = installation.App.TokenRotation;
        var token = new SlackToken
        {
            Value = $"{(rotates ? "xoxe.xoxb-1-" : "xoxb-")}{Secret(24)}",
            Kind = TokenKind.Bot,
            App = installation.App,
            Installation = installation,
            ExpiresAt = rotates ? Now.AddHours(12) : null,
            RefreshToken = rotates ? $"xoxe-1-{Secret(32)}" : null,
        };
        Tokens[token.Value] = token;
        installation.Tokens.Add(token);
        foreach (var old in rotates ? installation.Tokens.Where(one => !one.IsRevoked).SkipLast(2).ToList() : [])
            old.IsRevoked = true;
        return token;
    }

    /// <param name="tell">Whether the bot is told; a test that uninstalls tells it itself and sees the answers.</param>
    public void End(SlackInstallation installation, bool tell = true)
    {
        if (!installation.IsActive)
            return;
        installation.IsActive = false;
        foreach (var token in installation.Tokens)
            token.IsRevoked = true;
        if (tell)
            Ended?.Invoke(installation);
    }

    public SlackChannel? DirectOf(SlackInstallation installation, SlackUser user) =>
        Channels.Values.FirstOrDefault(channel => channel.Kind is ChannelKind.Direct && channel.Members.Contains(user.Id) && channel.Members.Contains(installation.BotUserId));

    public SlackChannel OpenDirect(SlackInstallation installation, SlackUser user)
    {
        var channel = new SlackChannel { Id = NextId("D"), Name = "directmessage", Workspace = user.Workspace, Kind = ChannelKind.Direct, Members = [user.Id, installation.BotUserId] };
        return Channels[channel.Id] = channel;
    }
}
