using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Reads the arguments and the token of a request to the Web API.</summary>
internal static class ApiReader
{
    /// <summary>The arguments, the token's text, and what Slack warns of.</summary>
    public static async Task<(JsonObject Arguments, string? Token, string? Warning)> ReadAsync(HttpRequest request, bool takesJson)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in request.Query)
            arguments[name] = value.ToString();
        string? warning = null;
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        if (type?.MediaType == "application/json")
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            if (takesJson)
                arguments = Parse(body);
            if (!type.Charset.HasValue)
                warning = "missing_charset";
        }
        else if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync())
                arguments[name] = value.ToString();
            if (type!.Charset.HasValue)
                warning = "superfluous_charset";
        }
        else if (request.ContentLength > 0)
        {
            throw new ApiError(type is null ? "missing_post_type" : "invalid_post_type");
        }

        // A token in the address or in JSON is not taken; in a form it still is.
        var form = request.HasFormContentType ? (string?)arguments["token"] : null;
        arguments.Remove("token");
        Basic(request, arguments);
        return (arguments, Bearer(request) ?? form, warning);
    }

    /// <summary>The client's id and secret may come by HTTP Basic.</summary>
    private static void Basic(HttpRequest request, JsonObject arguments)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return;
        if (Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2) is [var id, var secret])
            (arguments["client_id"], arguments["client_secret"]) = (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret));
    }

    private static JsonObject Parse(string body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? throw new ApiError("json_not_object");
        }
        catch (JsonException)
        {
            throw new ApiError("invalid_json");
        }
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
}
