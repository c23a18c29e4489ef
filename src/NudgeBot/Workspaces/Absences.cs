using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Workspaces;

/// <summary>Asks the platform that serves a workspace whether a member is away, before they are written to. Nothing of the answer is kept.</summary>
internal sealed class Absences(UnitOfWork unitOfWork, IEnumerable<IAbsences> platforms, PlatformQuestion question)
{
    /// <summary>What the platform shows at this moment. Where it does not answer, nobody is away.</summary>
    public async Task<Absence> OfAsync(string workspaceId, string memberId, CancellationToken cancellationToken)
    {
        if (!platforms.Any())
            return default;
        var adapter = await unitOfWork.ReadAsync(
            workspaceId, "", services => services.GetRequiredService<BotDb>().Set<Workspace>().Select(row => row.Channel).SingleOrDefaultAsync(cancellationToken));
        if (platforms.SingleOrDefault(platform => platform.Name == adapter) is not { } asked)
            return default;
        try
        {
            return new(await question.AskAsync(token => asked.AwayUntilAsync(workspaceId, memberId, token), cancellationToken));
        }
        catch (ChannelException untold)
        {
            return new(null, IsUntold: untold.RetryAfter is not null);
        }
    }
}

/// <summary>What a platform shows of a member.</summary>
/// <param name="Until">Until when they are away from work, UTC; null where they are not.</param>
/// <param name="IsUntold">Whether the platform has too much to answer just now and asks to wait.</param>
internal readonly record struct Absence(DateTimeOffset? Until = null, bool IsUntold = false);
