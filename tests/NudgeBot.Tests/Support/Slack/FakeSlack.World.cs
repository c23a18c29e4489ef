using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>Builds the world: workspaces, people, channels, installations.</summary>
internal sealed partial class FakeSlack
{
    public SlackWorkspace AddWorkspace(string id, string name, string? enterpriseId = null, string? enterpriseName = null)
    {
        lock (world.Gate)
            return world.Workspaces[id] = new() { Id = id, Name = name, EnterpriseId = enterpriseId, EnterpriseName = enterpriseName };
    }

    /// <summary>Adds a user, who joins no channel but "general" where there is one.</summary>
    public SlackUser AddUser(string id, string name, SlackWorkspace? workspace = null, Action<SlackUser>? with = null)
    {
        var user = new SlackUser { Id = id, Name = name, Workspace = workspace ?? Workspace, RealName = char.ToUpperInvariant(name[0]) + name[1..], Email = $"{name}@example.com" };
        with?.Invoke(user);
        lock (world.Gate)
        {
            world.Users[id] = user;
            world.Channels.Values.FirstOrDefault(channel => channel.Workspace == user.Workspace && channel.Name == "general")?.Members.Add(id);
        }

        return user;
    }

    /// <summary>Adds a channel with members, by their ids; the bot is in it only where <paramref name="bot"/> says so.</summary>
    public SlackChannel AddChannel(string id, string name, bool bot = true, SlackWorkspace? workspace = null, ChannelKind kind = ChannelKind.Public, params string[] members)
    {
        lock (world.Gate)
        {
            var home = workspace ?? Workspace;
            var channel = new SlackChannel { Id = id, Name = name, Workspace = home, Kind = kind, Members = [.. members], Creator = members.FirstOrDefault() };
            if (bot && world.InstallationOf(home) is { } installation)
                channel.Members.Add(installation.BotUserId);
            return world.Channels[id] = channel;
        }
    }

    /// <summary>Puts the app into a workspace, as an approval by an admin would; no event tells the bot.</summary>
    public SlackInstallation Install(SlackWorkspace workspace, string by = "U3", IEnumerable<string>? scopes = null)
    {
        lock (world.Gate)
            return world.Install(App, workspace, workspace.EnterpriseId, workspace.EnterpriseName, by, scopes ?? App.Scopes);
    }

    /// <summary>Puts the app into a whole organisation; it is in no workspace until one is granted.</summary>
    public SlackInstallation InstallOrg(string enterpriseId, string enterpriseName, string by, params SlackWorkspace[] granted)
    {
        lock (world.Gate)
        {
            var installation = world.Install(App, null, enterpriseId, enterpriseName, by, App.Scopes);
            installation.Granted.AddRange(granted);
            return installation;
        }
    }

    /// <summary>Takes the app out of a workspace: its tokens end at once, and the bot is told by two events.</summary>
    public async Task<IReadOnlyList<SlackDelivery>> UninstallAsync(SlackInstallation installation, bool tokensFirst = true)
    {
        lock (world.Gate)
            world.End(installation, tell: false);
        return await TellOfEndAsync(installation, tokensFirst);
    }

    /// <summary>What the next person at /oauth/v2/authorize does; without it, U3 allows the app in the first workspace.</summary>
    public Consent NextConsent
    {
        get => oauth.Next;
        set => oauth.Next = value;
    }

    /// <summary>The page that installs, in place of https://slack.com/oauth/v2/authorize.</summary>
    public Uri AuthorizeAddress => new(world.Address, "oauth/v2/authorize");

    public SlackUser User(string id) => world.Users[id];

    public SlackChannel Channel(string id) => world.Channels[id];

    private void AddFirstWorkspace()
    {
        var workspace = AddWorkspace("T0MAIN", "Main");
        var installation = Install(workspace);
        world.Channels["C1"] = new() { Id = "C1", Name = "general", Workspace = workspace, Members = [installation.BotUserId], Creator = "U3" };
        AddUser("U1", "ana");
        AddUser("U2", "bob", with: user => user.TimeZone = "America/New_York");
        AddUser("U3", "cleo", with: user => (user.IsAdmin, user.IsOwner) = (true, true));
        AddChannel("C2", "random", bot: false, members: ["U1", "U2", "U3"]);
    }

    private async Task<IReadOnlyList<SlackDelivery>> TellOfEndAsync(SlackInstallation installation, bool tokensFirst)
    {
        var revoked = new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(installation.BotUserId) } };
        var uninstalled = new JsonObject { ["type"] = "app_uninstalled" };
        var answers = new List<SlackDelivery>();
        foreach (var body in tokensFirst ? [revoked, uninstalled] : new[] { uninstalled, revoked })
            answers.Add(await SendEventAsync(installation, null, body, null));
        return answers;
    }
}
