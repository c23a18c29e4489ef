using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Local;

/// <summary>Makes the built-in workspace when it is not there yet, and sets its clock to where it was moved.</summary>
internal sealed class LocalSeed(UnitOfWork unitOfWork, WorkspaceTime time, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var offset = await unitOfWork.RunAsync(LocalWorkspace.Id, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            if (await db.Set<Workspace>().SingleOrDefaultAsync(cancellationToken) is { } there)
                return there.ClockOffset;
            db.Add(new Workspace { Channel = LocalChannel.ChannelName, Name = "Local", InstalledAt = clock.GetUtcNow() });
            db.AddRange(LocalWorkspace.People.Select(person => new Account
            {
                AccountId = person.Id,
                Name = person.Name,
                FoldedName = Fold.Name(person.Name),
                FoldedFirstName = Fold.Name(person.Name).Split(' ')[0],
                Email = person.Email,
                TimeZone = person.TimeZone,
                IsAdmin = person.IsAdmin,
            }));
            return TimeSpan.Zero;
        }, cancellationToken);
        time.Shift(LocalWorkspace.Id, offset);
    }
}
