using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// Sends the deliveries of one workspace that are waiting: several conversations beside each other, each by a <see cref="Lane"/>, so that
/// one whose platform takes its time holds up none of the others.
/// </summary>
internal sealed class Sender(
    IServiceScopeFactory scopes, IEnumerable<IChannel> channels, Lane lane, Leases leases, WorkspaceTime time, TimeProvider clock, IOptions<DeliveryOptions> options)
{
    /// <summary>A message that could not go out for so long is given up: late is fine, a burst of old news after a downtime is not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>After so many the workspace makes room for others.</summary>
    private const int MostInOnePass = 1000;

    /// <summary>How many are read at a time.</summary>
    private const int Batch = 100;

    /// <summary>How often it is looked for new messages while all lanes wait for their platform.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IChannel> channelsByName = channels.ToDictionary(channel => channel.Name);

    /// <summary>Sends what is waiting and returns whether there was anything.</summary>
    public async Task<bool> RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        Dictionary<string, Running> lanes = [];
        HashSet<Guid> taken = [];
        var sent = 0;
        try
        {
            do
            {
                while (lanes.Count < options.Value.Conversations && taken.Count < MostInOnePass
                    && await leases.HoldAsync(workspaceId, cancellationToken) && await StartAsync(workspaceId, lanes, taken, cancellationToken))
                {
                }

                await AnyAsync([.. lanes.Values.Select(running => running.Work)], cancellationToken);
                foreach (var (place, done) in lanes.Where(running => running.Value.Work.IsCompleted).ToList())
                {
                    lanes.Remove(place);
                    sent += await done.Work;
                }
            }
            while (lanes.Count > 0);
        }
        finally
        {
            // Nothing goes on behind the back of whoever serves the workspace next.
            await ((Task)Task.WhenAll(lanes.Values.Select(running => running.Work))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return sent > 0;
    }

    /// <summary>Starts lanes for conversations that have none yet, as many as may be. Returns whether more may be waiting.</summary>
    private async Task<bool> StartAsync(string workspaceId, Dictionary<string, Running> lanes, HashSet<Guid> taken, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now(workspaceId);
        var busy = lanes.Values.SelectMany(running => running.Names).ToList();
        var waiting = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.NotBefore <= now
                && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending)
                && !busy.Contains(row.ConversationId == "" ? row.MemberId : row.ConversationId))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.DeliveryId).Take(Batch).ToListAsync(cancellationToken);
        var more = waiting.Count == Batch;
        // What was taken in this pass and waits still was to no avail; the next pass may see more in it.
        waiting.RemoveAll(delivery => taken.Contains(delivery.DeliveryId));
        if (waiting.Count == 0)
            return false;

        var addresses = scope.ServiceProvider.GetRequiredService<Addresses>();
        var channel = channelsByName.GetValueOrDefault(await addresses.ChannelAsync(workspaceId, cancellationToken));
        var conversations = await addresses.OfAsync(workspaceId, waiting, cancellationToken);
        var free = waiting.Zip(conversations).GroupBy(one => one.Second?.Id ?? one.First.MemberId).Where(place => !lanes.ContainsKey(place.Key))
            .Take(options.Value.Conversations - lanes.Count).ToList();
        foreach (var place in free)
        {
            taken.UnionWith(place.Select(one => one.First.DeliveryId));
            lanes[place.Key] = new(
                lane.RunAsync(channel, [.. place], now, cancellationToken), [place.Key, .. place.Select(one => one.First.MemberId).Where(member => member.Length > 0).Distinct()]);
        }

        return more && free.Count > 0;
    }

    private async Task AnyAsync(IReadOnlyCollection<Task> lanes, CancellationToken cancellationToken)
    {
        if (lanes.Count == 0)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. lanes, Task.Delay(Look, clock, over.Token)]);
        await over.CancelAsync();
    }

    /// <summary>A lane at work.</summary>
    /// <param name="Work">Ends with the number of deliveries something became of.</param>
    /// <param name="Names">What its deliveries name it by: the platform's id of the conversation, and the member for whom that is still to be found.</param>
    private sealed record Running(Task<int> Work, IReadOnlyList<string> Names);
}
