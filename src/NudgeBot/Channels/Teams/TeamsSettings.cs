using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Teams;

/// <summary>Checks the settings when the program starts.</summary>
internal sealed class TeamsSettings(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> faults = [.. options.Anonymous ? Development(options) : Production(options)];
        if (!TeamsClouds.All.ContainsKey(options.Cloud))
            faults.Add($"Teams:Cloud is \"{options.Cloud}\", but must be {string.Join(" or ", TeamsClouds.All.Keys)}.");
        if (options.CertificatePath.Length > 0 && TeamsCertificate.Fault(options) is { } fault)
            faults.Add(fault);
        if (options.PublicUrl.Length > 0 && !(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
            faults.Add($"Teams:PublicUrl is \"{options.PublicUrl}\", but must be an https address without query or fragment, such as https://nudgebot.example.com.");
        if (options.GraphUrl.Length > 0 && !(Uri.TryCreate(options.GraphUrl, UriKind.Absolute, out var graph)
            && (graph.Scheme == Uri.UriSchemeHttps || (graph.Scheme == Uri.UriSchemeHttp && graph.IsLoopback && environment.IsDevelopment()))))
            faults.Add($"Teams:GraphUrl is \"{options.GraphUrl}\", but must be an https address, such as https://dod-graph.microsoft.us/.");
        foreach (var host in options.AllowedServiceHosts.Where(host => Uri.CheckHostName(host) is UriHostNameType.Unknown))
            faults.Add($"Teams:AllowedServiceHosts holds \"{host}\", but must hold names of hosts, such as teams.example.com, without scheme, port or path.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Development(TeamsOptions options)
    {
        if (!environment.IsDevelopment())
            yield return "Teams:Anonymous is only for the Development environment: without tokens anybody could speak for Teams. Take it out, or set ASPNETCORE_ENVIRONMENT=Development on a machine of your own.";
        if (options.AppId.Length > 0 && !Guid.TryParse(options.AppId, out _))
            yield return NoGuid("Teams:AppId", options.AppId);
        if (options.TenantId.Length > 0 && !Guid.TryParse(options.TenantId, out _))
            yield return NoGuid("Teams:TenantId", options.TenantId);
    }

    private static IEnumerable<string> Production(TeamsOptions options)
    {
        if (options.AppId.Length == 0)
            yield return "Teams:AppId is missing; it is the application (client) id of the bot's registration in Microsoft Entra.";
        else if (!Guid.TryParse(options.AppId, out _))
            yield return NoGuid("Teams:AppId", options.AppId);
        if (options.TenantId.Length == 0)
            yield return "Teams:TenantId is missing; it is the directory (tenant) id beside the application id.";
        else if (!Guid.TryParse(options.TenantId, out _))
            yield return NoGuid("Teams:TenantId", options.TenantId);
        string[] given =
        [
            .. options.Password.Length > 0 ? ["Teams:Password"] : Array.Empty<string>(),
            .. options.CertificatePath.Length > 0 ? ["Teams:CertificatePath"] : Array.Empty<string>(),
            .. options.ManagedIdentity ? ["Teams:ManagedIdentity"] : Array.Empty<string>(),
        ];
        if (given.Length == 0)
            yield return "Teams:Password is missing; give the client secret of the registration, or Teams:CertificatePath, or Teams:ManagedIdentity=true in Azure.";
        if (given.Length > 1)
            yield return $"{string.Join(" and ", given)} exclude each other; give one of them.";
    }

    private static string NoGuid(string setting, string value) => $"{setting} is \"{value}\", but must be a guid such as 0f8fad5b-d9cb-469f-a165-70867728950e.";
}
