using Microsoft.AspNetCore.Http.HttpResults;

namespace NudgeBot.Channels.Local;

/// <summary>Clear refusals (RFC 9457).</summary>
internal static class LocalProblem
{
    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "This request cannot be used");

    public static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static ProblemHttpResult Busy(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: "Busy");

    public static ProblemHttpResult Overloaded() =>
        TypedResults.Problem("Too much is going on at this moment. Try again in a few seconds.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Busy");

    public static ProblemHttpResult Forbidden(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "Only from this machine");
}
