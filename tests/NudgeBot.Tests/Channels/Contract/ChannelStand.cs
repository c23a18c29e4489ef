using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Contract;

/// <summary>A platform with NudgeBot in it, two of its people and a channel that both read, seen through the eyes of whoever is there.</summary>
internal abstract class ChannelStand : IAsyncDisposable
{
    public abstract TestBot Bot { get; }

    /// <summary>The adapter's name.</summary>
    public abstract string Name { get; }

    public abstract string WorkspaceId { get; }

    /// <summary>Members by their ids.</summary>
    public abstract string Ana { get; }

    public abstract string Bob { get; }

    /// <summary>The channel by its id.</summary>
    public abstract string General { get; }

    /// <summary>Whether the platform's history can be asked for a delivery.</summary>
    public virtual bool Remembers => true;

    /// <summary>What must never be in what is sent where a text only quotes it: the platform's own ways to call people, link or show.</summary>
    public virtual IReadOnlyList<string> Spells => [];

    public IChannel Channel => Bot.Services.GetServices<IChannel>().Single(channel => channel.Name == Name);

    /// <summary>The words of every message that everybody in the channel sees.</summary>
    public abstract Task<IReadOnlyList<string>> OpenAsync();

    /// <summary>The words of every message that this member sees and nobody else.</summary>
    public abstract Task<IReadOnlyList<string>> PrivateAsync(string member);

    /// <summary>Everything that a member sees alone, as it was sent.</summary>
    public abstract Task<string> RawAsync(string member);

    /// <summary>A member writes a command in the direct chat, or calls NudgeBot in the channel. Where told so the platform tells of it twice.</summary>
    public abstract Task SayAsync(string member, string line, bool inTheOpen = false, bool twice = false);

    /// <summary>A member presses a button of the last message that they see alone and that has it.</summary>
    public abstract Task PressAsync(string member, string label);

    /// <summary>The platform goes wrong with what is sent next.</summary>
    public abstract void Fail(Trouble trouble);

    /// <summary>NudgeBot is thrown out of the workspace.</summary>
    public abstract Task RemoveAsync();

    /// <summary>The bytes of the files that a member got.</summary>
    public abstract Task<IReadOnlyList<byte[]>> FilesAsync(string member);

    public Envelope To(Conversation conversation, Message message, string? onlyFor = null, string? replaces = null) =>
        new(Guid.CreateVersion7(Bot.Clock.GetUtcNow()), WorkspaceId, conversation, onlyFor, message, replaces, Bot.Clock.GetUtcNow());

    public Task<string> SendAsync(Envelope envelope) => Channel.SendAsync(envelope, TestContext.Current.CancellationToken);

    public Task<string> TellAsync(string member, Message message, string? replaces = null) => SendAsync(To(Conversation.With(member), message, replaces: replaces));

    /// <summary>Writes a message down for a member, as a slice would, and lets the time pass that it needs to get there.</summary>
    public async Task DeliverAsync(string member, Message message)
    {
        await Bot.Services.GetRequiredService<UnitOfWork>().RunAsync(
            WorkspaceId, member, services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("nudge", member, message, Bot.Clock.GetUtcNow())), CancellationToken.None);
        for (var time = 0; time < 24; time++)
        {
            await Bot.RunDueAsync();
            Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    public Task<int> CountAsync<T>(string member)
        where T : class =>
        Bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(WorkspaceId, member, services => Task.FromResult(services.GetRequiredService<BotDb>().Set<T>().Count()));

    public abstract ValueTask DisposeAsync();
}

/// <summary>How a platform goes wrong.</summary>
internal enum Trouble
{
    /// <summary>It asks to wait for forty seconds.</summary>
    Busy,

    /// <summary>It refuses for now.</summary>
    Passing,

    /// <summary>It will never take this message.</summary>
    Lasting,

    /// <summary>The receiver wants no messages.</summary>
    Blocked,

    /// <summary>It does it, and the connection breaks before it says so.</summary>
    CutOff,
}
