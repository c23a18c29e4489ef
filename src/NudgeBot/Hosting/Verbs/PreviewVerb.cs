using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Nudges.Sending;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Hosting.Verbs;

/// <summary>
/// <c>preview</c>: what a member's next nudge would say and why, as their own <c>next</c> tells it. For whoever runs NudgeBot on their own
/// machine: it reads what is private, and changes nothing.
/// </summary>
internal static class PreviewVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var workspace = new Option<string>("--workspace") { Description = "The workspace's id; the built-in one is \"local\"", Required = true };
        var member = new Option<string>("--member") { Description = "The member's id, such as ana", Required = true };
        var at = new Option<DateTimeOffset?>("--at") { Description = "As if it were this instant, such as 2027-01-31T09:00Z; now when not given" };
        var json = Verb.Json();
        var command = new Command("preview", """
            Show what a member's next nudge would say, and why, without sending or changing anything.
            Example: dotnet run --project src/NudgeBot -- preview --workspace local --member ana
            """) { workspace, member, at, json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            var (workspaceId, memberId) = (parse.GetRequiredValue(workspace), parse.GetRequiredValue(member));
            var said = await services.GetRequiredService<UnitOfWork>().ReadAsync(
                workspaceId, memberId, scope => PreviewAsync(scope, workspaceId, memberId, parse.GetValue(at), cancellationToken));
            if (said is null)
                return parse.Fail($"There is no member {memberId} in a workspace {workspaceId}. Members begin to exist when they first write to NudgeBot.");
            return parse.Say(parse.GetValue(json)
                ? new JsonObject { ["workspace"] = workspaceId, ["member"] = memberId, ["text"] = said }.ToJsonString()
                : said);
        });
        return command;
    }

    private static async Task<string?> PreviewAsync(
        IServiceProvider services, string workspaceId, string memberId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<BotDb>().Set<Workspace>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } workspace)
            return null;
        var now = at?.ToUniversalTime() ?? services.GetRequiredService<TimeProvider>().GetUtcNow() + workspace.ClockOffset;
        if (await services.GetRequiredService<Turns>().EnterAsync(new Due(workspaceId, memberId, "", now, now), cancellationToken) is not var (turn, _))
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var reply = await services.GetRequiredService<NextCommand>().RunAsync(turn, "", cancellationToken);
        return string.Join('\n', reply.Messages.Select(message => message.Text));
    }
}
