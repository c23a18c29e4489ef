namespace NudgeBot.Tests.Support.Slack;

/// <summary>What tests look at: everything that was sent, as users would see it.</summary>
internal sealed partial class FakeSlack
{
    public IReadOnlyList<SlackCall> Calls => Copy(() => world.Calls);

    public IReadOnlyList<SlackView> Views => Copy(() => world.Views);

    public IReadOnlyList<SlackFile> Files => Copy(() => world.Files);

    /// <summary>What was sent to the bot, in order, with what it answered.</summary>
    public IReadOnlyList<SlackDelivery> Deliveries => Copy(() => sender.Done);

    /// <summary>The calls of one method.</summary>
    public IReadOnlyList<SlackCall> CallsOf(string method) => Copy(() => world.Calls.Where(call => call.Method == method));

    /// <summary>What stands in a channel, or in the bot's DM with a user; ephemeral and deleted messages do not.</summary>
    public IReadOnlyList<SlackMessage> Messages(string channelOrUser) => Copy(() => world.Messages.Where(message => !message.IsEphemeral && !message.IsDeleted && Is(message.Channel, channelOrUser)));

    /// <summary>All that only this user sees, in whichever channel.</summary>
    public IReadOnlyList<SlackMessage> Ephemerals(string user) => Copy(() => world.Messages.Where(message => message.OnlyFor == user && !message.IsDeleted));

    /// <summary>The modal that a user has in front.</summary>
    public SlackView? Modal(string user)
    {
        lock (world.Gate)
            return world.TopView(user);
    }

    /// <summary>The app's Home tab of a user, once published.</summary>
    public SlackView? Home(string user)
    {
        lock (world.Gate)
            return world.Views.LastOrDefault(view => view.User == user && view.Type is "home");
    }

    /// <summary>Delivery ids that more than one message carries.</summary>
    public IReadOnlyList<string> DuplicateDeliveries() => Copy(() => world.Messages.Where(message => message.DeliveryId is not null)
        .GroupBy(message => message.DeliveryId!).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>Waits until something can be found, looking again whenever anything happens; fails after <paramref name="patience"/> of real time (10 s).</summary>
    public async Task<T> WaitForAsync<T>(Func<T?> find, TimeSpan? patience = null)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(10), TimeProvider.System);
        while (true)
        {
            var change = world.NextChange;
            if (find() is { } found)
                return found;
            try
            {
                await change.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Slack saw nothing of it. Calls: {string.Join(", ", Calls.TakeLast(10).Select(call => $"{call.Method} {call.Error}"))}");
            }
        }
    }

    /// <summary>Waits for a message in a channel or in the DM with a user.</summary>
    public Task<SlackMessage> WaitForMessageAsync(string channelOrUser, Func<SlackMessage, bool>? which = null) =>
        WaitForAsync(() => Messages(channelOrUser).LastOrDefault(which ?? (_ => true)));

    /// <summary>Waits for a message that only this user sees.</summary>
    public Task<SlackMessage> WaitForEphemeralAsync(string user, Func<SlackMessage, bool>? which = null) =>
        WaitForAsync(() => Ephemerals(user).LastOrDefault(which ?? (_ => true)));

    private static bool Is(SlackChannel channel, string id) => channel.Id == id || (channel.Kind is ChannelKind.Direct && channel.Members.Contains(id));

    private IReadOnlyList<T> Copy<T>(Func<IEnumerable<T>> read)
    {
        lock (world.Gate)
            return [.. read()];
    }
}
