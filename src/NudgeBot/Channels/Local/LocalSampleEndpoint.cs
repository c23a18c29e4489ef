using Microsoft.AspNetCore.Http.HttpResults;
using NudgeBot.Channels.Local.Sample;

namespace NudgeBot.Channels.Local;

/// <summary>The button that lays sample history.</summary>
internal static class LocalSampleEndpoint
{
    public static async Task<Results<Ok<LocalTime>, ProblemHttpResult>> LayAsync(
        SampleHistory sample, LocalClock clock, CancellationToken cancellationToken) =>
        await sample.LayAsync(cancellationToken)
            ? TypedResults.Ok(new LocalTime(clock.Now))
            : TypedResults.Problem(
                "The sample history is there already. Delete the database file to begin anew.",
                statusCode: StatusCodes.Status409Conflict, title: "Already laid");
}
