using NudgeBot.Chat;

namespace NudgeBot.Workspaces;

/// <summary>
/// A question to the platform in the middle of a turn, or before something that is due. Others wait meanwhile, for the turn's transaction or
/// for their own turn, so it may take a moment and no longer.
/// </summary>
internal sealed class PlatformQuestion(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <exception cref="ChannelException">The platform could not be reached or did not answer in time.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChannelException("The platform did not answer in time.");
        }
    }
}
