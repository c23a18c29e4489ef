namespace NudgeBot.Chat;

/// <summary>Knows who added NudgeBot to single conversations, on platforms where not only admins do; an adapter of one where they do has none.</summary>
internal interface IInstallers
{
    /// <summary>The adapter's name, as in <see cref="IChannel.Name"/>.</summary>
    string Name { get; }

    /// <summary>The account of whoever added NudgeBot to a conversation; null where the platform did not say.</summary>
    Task<string?> OfAsync(string workspaceId, string conversationId, CancellationToken cancellationToken);
}
