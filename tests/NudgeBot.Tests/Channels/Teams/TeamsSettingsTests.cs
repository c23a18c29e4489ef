using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams;

namespace NudgeBot.Tests.Channels.Teams;

public sealed class TeamsSettingsTests
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public void A_registration_with_a_secret_is_enough() =>
        Assert.Empty(Faults(new() { AppId = Id, TenantId = Id, Password = "secret" }));

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var faults = Faults(new() { AppId = "nudgebot", Cloud = "Mars", CertificatePath = "/no/such.pfx", ManagedIdentity = true, PublicUrl = "http://nudgebot.example.com", AllowedServiceHosts = ["https://x/"] });

        Assert.Equal(["Teams:AppId", "Teams:TenantId", "Teams:CertificatePath", "Teams:Cloud", "Teams:CertificatePath", "Teams:PublicUrl", "Teams:AllowedServiceHosts"], faults.Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void Anonymous_is_for_development_alone()
    {
        Assert.Contains("only for the Development environment", Assert.Single(Faults(new() { Anonymous = true })), StringComparison.Ordinal);
        Assert.Empty(Faults(new() { Anonymous = true }, "Development"));
    }

    private static IEnumerable<string> Faults(TeamsOptions options, string environment = "Production") =>
        new TeamsSettings(new HostingEnvironment { EnvironmentName = environment }).Validate(Options.DefaultName, options).Failures ?? [];
}
