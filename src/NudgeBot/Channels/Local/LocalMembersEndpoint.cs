using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>Whom one can be in the built-in workspace. The page speaks the language and the time that each has chosen in the settings.</summary>
internal static class LocalMembersEndpoint
{
    public static async Task<Ok<IReadOnlyList<LocalMemberView>>> ListAsync(UnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        List<LocalMemberView> members = [];
        foreach (var person in LocalWorkspace.People)
        {
            var member = await unitOfWork.ReadAsync(LocalWorkspace.Id, person.Id, services => services.GetRequiredService<BotDb>()
                .Set<Member>().AsNoTracking().SingleOrDefaultAsync(cancellationToken));
            members.Add(new(person.Id, person.Name, member?.TimeZone ?? person.TimeZone, member?.Language ?? "en"));
        }

        return TypedResults.Ok<IReadOnlyList<LocalMemberView>>(members);
    }
}
