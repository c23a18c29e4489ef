namespace NudgeBot.Channels.Teams;

/// <summary>The settings under <c>Teams</c>. Without any of them Teams is off.</summary>
internal sealed class TeamsOptions
{
    /// <summary>The application (client) id of the bot's registration in Microsoft Entra, a guid.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant in which NudgeBot is registered, and which it serves; a guid.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The client secret of the registration, or</summary>
    public string Password { get; set; } = "";

    /// <summary>a certificate of the registration (.pfx, or PEM with the private key), or</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>The password of the certificate, if it has one.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>the managed identity of the machine in Azure whose client id is <see cref="AppId"/>.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>Whose cloud: <c>Public</c>, or <c>UsGov</c> for GCC High and the Department of Defense.</summary>
    public string Cloud { get; set; } = TeamsClouds.Public;

    /// <summary>
    /// Development only: takes requests without a token from this very machine, for local test clients such as Microsoft's Agents Playground,
    /// and sends without one.
    /// </summary>
    public bool Anonymous { get; set; }

    /// <summary>Hosts beside Microsoft's to which Teams may say that answers go, such as a proxy's.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>
    /// Whether answers that only one person may see stay in the channel, as targeted messages; needs a client and a manifest (1.29) that know
    /// them. Else they go to the personal chat.
    /// </summary>
    public bool TargetedMessages { get; set; }

    /// <summary>
    /// Whether a chat's own history, which Microsoft Graph shows, is asked after a crash whether a message got there. Needs the application
    /// permission <c>Chat.Read.WhereInstalled</c>, and <c>ChannelMessage.Read.All</c> for posts in channels.
    /// </summary>
    public bool History { get; set; }

    /// <summary>Where Microsoft Graph is; empty for where the cloud has it.</summary>
    public string GraphUrl { get; set; } = "";

    /// <summary>Where browsers reach NudgeBot, such as <c>https://nudgebot.example.com</c>; the personal tab is there.</summary>
    public string PublicUrl { get; set; } = "";
}
