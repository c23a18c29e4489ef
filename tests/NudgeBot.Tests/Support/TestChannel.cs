using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Chat;

namespace NudgeBot.Tests.Support;

/// <summary>A platform that keeps what it is sent, and fails as the test says.</summary>
internal sealed class TestChannel : IChannel
{
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "local";

    /// <summary>What was sent, in order.</summary>
    public List<Envelope> Sent { get; } = [];

    /// <summary>The platform's own history: its ids of messages by the deliveries that brought them.</summary>
    public Dictionary<Guid, string> History { get; } = [];

    /// <summary>Thrown by the next sendings, the first first; null lets one pass.</summary>
    public Queue<Exception?> Faults { get; } = [];

    /// <summary>What the platform waits for before it takes a message; null to take it at once.</summary>
    public TaskCompletionSource? Holding { get; init; }

    /// <summary>Ends when the platform has heard of a message.</summary>
    public Task HeardAsync() => heard.Task;

    public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        heard.TrySetResult();
        if (Holding is { } holding)
            await holding.Task.WaitAsync(cancellationToken);
        // Several conversations are written to at the same time.
        lock (Sent)
        {
            if (Faults.TryDequeue(out var fault) && fault is not null)
                throw fault;
            Sent.Add(envelope);
            return $"platform-{Sent.Count}";
        }
    }

    public Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken) =>
        Task.FromResult(History.GetValueOrDefault(envelope.DeliveryId));

    /// <summary>Takes the place of the local channel.</summary>
    public void Replace(IServiceCollection services) => services.RemoveAll<IChannel>().AddSingleton<IChannel>(this);
}
