using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams;
using NudgeBot.Tests.Support;

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

    [Fact]
    public void A_certificate_that_cannot_be_used_is_told_and_its_password_is_not()
    {
        using var folder = new TestFolder();
        var (junk, keyless) = (folder.File("junk.pfx"), folder.File("keyless.pem"));
        File.WriteAllText(junk, "not a certificate");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=NudgeBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        File.WriteAllText(keyless, certificate.ExportCertificatePem());

        var faults = new[] { junk, keyless }.Select(file => Assert.Single(Faults(new() { AppId = Id, TenantId = Id, CertificatePath = file, CertificatePassword = file == junk ? "pa55" : "" })));

        Assert.All(faults, fault => Assert.StartsWith("Teams:CertificatePath names", fault, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain("pa55", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UsGov", "https://smba.infra.gov.teams.microsoft.us/gcch/", true)]
    [InlineData("UsGov", "https://smba.infra.dod.teams.microsoft.us/dod/", true)]
    [InlineData("UsGov", "https://smba.trafficmanager.net/emea/", false)]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/gcc/", true)]
    [InlineData("Public", "https://smba.infra.dod.teams.microsoft.us/dod/", false)]
    public void Each_cloud_has_its_own_hosts(string cloud, string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new TeamsHosts(Options.Create(new TeamsOptions { Cloud = cloud }), new HostingEnvironment { EnvironmentName = "Production" }).Allow(address));

    private static IEnumerable<string> Faults(TeamsOptions options, string environment = "Production") =>
        new TeamsSettings(new HostingEnvironment { EnvironmentName = environment }).Validate(Options.DefaultName, options).Failures ?? [];
}
