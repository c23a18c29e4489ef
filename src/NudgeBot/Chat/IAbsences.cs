namespace NudgeBot.Chat;

/// <summary>Knows whom the platform shows as away, on platforms that tell apps so; an adapter of one that does not has none.</summary>
internal interface IAbsences
{
    /// <summary>The adapter's name, as in <see cref="IChannel.Name"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Until when the platform shows the member as away from work, UTC; <see cref="DateTimeOffset.MaxValue"/> where it tells no end, and null
    /// where the member is not away.
    /// </summary>
    /// <exception cref="ChannelException">The platform did not tell; with <see cref="ChannelException.RetryAfter"/> where it asks to wait.</exception>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    Task<DateTimeOffset?> AwayUntilAsync(string workspaceId, string memberId, CancellationToken cancellationToken);
}
