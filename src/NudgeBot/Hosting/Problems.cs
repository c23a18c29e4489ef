using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace NudgeBot.Hosting;

/// <summary>Turns refused requests into problem details (RFC 9457) that say what would work, the same in every environment.</summary>
internal sealed class Problems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused)
            return ValueTask.FromResult(false);
        context.Response.StatusCode = refused.StatusCode;
        return problems.TryWriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = refused.StatusCode, Detail = Detail(refused) },
        });
    }

    /// <summary>Adds what would work to a problem that has only a status.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The request could not be read. GET /openapi/v1.json describes what each address takes.",
            StatusCodes.Status404NotFound => $"Nothing answers at {request.Path}. GET /openapi/v1.json describes the addresses.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}. GET /openapi/v1.json describes what it takes.",
            StatusCodes.Status413PayloadTooLarge => "The body is larger than 1 MiB.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as JSON, with the header Content-Type: application/json.",
            >= 500 => "Something went wrong on this side, and nothing was kept. Try again; the trace id helps to find it in the log.",
            _ => null,
        };
    }

    private static string? Detail(BadHttpRequestException refused) => refused switch
    {
        // The reader of the text itself puts its own exception inside; what fits no field of ours has none.
        { InnerException: JsonException { InnerException: JsonException } json } =>
            $"The body is not valid JSON: line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}.",
        { InnerException: JsonException { Path: { Length: > 2 } path } } =>
            $"The field {path[2..]} does not have the kind of value it must have. GET /openapi/v1.json describes the fields.",
        { InnerException: JsonException json } => Missing(json),
        { StatusCode: StatusCodes.Status400BadRequest } => refused.Message,
        _ => null,
    };

    /// <summary>The names of missing fields stand in quotes after a colon at the end of the reader's own sentence.</summary>
    private static string Missing(JsonException error)
    {
        var names = error.Message.Split('\'').Where((_, index) => index % 2 == 1).Skip(1).ToList();
        return names.Count > 0
            ? $"The body lacks {string.Join(", ", names.Select(name => $"\"{name}\""))}. GET /openapi/v1.json describes the fields."
            : "The body must be a JSON object. GET /openapi/v1.json describes its fields.";
    }
}
