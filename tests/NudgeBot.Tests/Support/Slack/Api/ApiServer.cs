using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Answers /api/{method}: token, scope, rate, fault, method, in this order.</summary>
internal sealed class ApiServer(SlackWorld world, IReadOnlyDictionary<string, ApiMethod> methods)
{
    private readonly RateLimits limits = new(world);
    private readonly Dictionary<string, Queue<SlackFault>> faults = [];

    public IReadOnlyList<string> ScopesOf(string method) => methods[method].Scopes;

    public void Fail(string method, IEnumerable<SlackFault> next)
    {
        lock (world.Gate)
        {
            if (!faults.TryGetValue(method, out var queue))
                faults[method] = queue = [];
            foreach (var fault in next)
                queue.Enqueue(fault);
        }
    }

    /// <summary>The fault that the next request to something beside the methods meets.</summary>
    public SlackFault? NextFault(string place)
    {
        lock (world.Gate)
            return faults.TryGetValue(place, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
    }

    public async Task HandleAsync(HttpContext context, string name)
    {
        var method = methods.GetValueOrDefault(name);
        JsonObject arguments = [];
        SlackToken? token = null;
        SlackFault? fault = null;
        JsonObject answer;
        var status = 200;
        int? wait = null;
        try
        {
            (arguments, var bearer, var warning) = await ApiReader.ReadAsync(context.Request, method?.Json ?? true);
            lock (world.Gate)
            {
                token = bearer is null ? null : world.Tokens.GetValueOrDefault(bearer);
                fault = Next(name);
                var call = new ApiCall(world, name, arguments, token);
                answer = Answer(method, call, bearer, fault, ref wait);
            }

            if (warning is not null && answer["warning"] is null)
            {
                answer["warning"] = warning;
                (answer["response_metadata"] ??= new JsonObject())["warnings"] = new JsonArray(warning);
            }
        }
        catch (ApiError error)
        {
            answer = error.ToJson();
        }

        if (wait is not null || fault?.Status is > 0)
            status = wait is not null ? 429 : fault!.Status;
        Record(name, arguments, token, status, (string?)answer["error"]);
        if (fault?.Status is 429)
            wait = fault.RetryAfter;
        if (status == 429 && wait is not null && !world.Options.WithoutRetryAfter)
            context.Response.Headers.RetryAfter = wait.Value.ToString(CultureInfo.InvariantCulture);
        if (token is not null)
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', token.Scopes);
        if (method is { Scopes.Length: > 0 })
            context.Response.Headers["x-accepted-oauth-scopes"] = string.Join(',', method.Scopes);
        await WriteAsync(context, status, answer, fault);
    }

    /// <summary>Called inside the lock.</summary>
    private JsonObject Answer(ApiMethod? method, ApiCall call, string? bearer, SlackFault? fault, ref int? wait)
    {
        if (fault is { Happens: false })
            return fault.Code is { } code ? new ApiError(code, fault.Details is { } details ? new() { ["errors"] = new JsonArray(details) } : null).ToJson() : new ApiError("ratelimited").ToJson();
        if (method is null)
            return new JsonObject { ["ok"] = false, ["error"] = "unknown_method", ["req_method"] = call.Method };
        Authorize(method, call, bearer);
        if ((wait = limits.Refuse(method, call)) is not null)
            return new ApiError("ratelimited").ToJson();
        var answer = method.Run(call);
        world.Changed();
        return answer;
    }

    private void Authorize(ApiMethod method, ApiCall call, string? bearer)
    {
        if (method.Token is not { } kind)
            return;
        if (bearer is null)
            throw new ApiError("not_authed");
        var token = call.Token ?? throw new ApiError("invalid_auth");
        if (token.Installation is { IsActive: false })
            throw new ApiError("account_inactive");
        if (token.IsRevoked)
            throw new ApiError("token_revoked");
        if (token.ExpiresAt <= world.Now)
            throw new ApiError("token_expired");
        if (token.Kind != kind)
            throw new ApiError("not_allowed_token_type");
        call.NeedScope(method.Scopes);
    }

    private SlackFault? Next(string method) =>
        faults.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) || faults.TryGetValue("*", out queue) && queue.TryDequeue(out fault) ? fault : null;

    private void Record(string method, JsonObject arguments, SlackToken? token, int status, string? error)
    {
        var team = token?.Installation?.Workspace?.Id ?? token?.Installation?.EnterpriseId;
        lock (world.Gate)
            world.Calls.Add(new(method, world.Now, team, JsonSerializer.SerializeToElement(arguments), status, error));
        world.Changed();
    }

    private static async Task WriteAsync(HttpContext context, int status, JsonObject answer, SlackFault? fault)
    {
        if (fault?.Resets is true)
        {
            context.Abort();
            return;
        }

        if (fault?.Wait > TimeSpan.Zero)
            await Task.Delay(fault.Wait, TimeProvider.System, context.RequestAborted);
        var text = answer.ToJsonString();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (status >= 500)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            text = $"<!DOCTYPE html><html><head><title>Server Error</title></head><body><h1>{status}</h1></body></html>";
        }

        var bytes = Encoding.UTF8.GetBytes(fault?.Truncates is true ? text[..(text.Length / 2)] : text);
        if (fault?.Compresses is true)
        {
            context.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
                await gzip.WriteAsync(bytes);
            bytes = packed.ToArray();
        }

        await context.Response.Body.WriteAsync(bytes);
    }
}
