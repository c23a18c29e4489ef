using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Storage.Secrets;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage.Secrets;

public sealed class VaultTests
{
    [Fact]
    public async Task A_secret_is_opened_after_a_restart_and_stands_nowhere_as_it_is()
    {
        await using var bot = new TestBot();
        var secret = bot.Services.GetRequiredService<Vault>().Seal("test", "T1", "xoxb-very-secret");

        await bot.RestartAsync();

        Assert.Equal("xoxb-very-secret", bot.Services.GetRequiredService<Vault>().Open("test", "T1", secret));
        Assert.DoesNotContain("xoxb", secret, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", "T1")]
    [InlineData("test", "T2")]
    public async Task A_secret_opens_for_its_own_purpose_and_workspace_alone(string purpose, string workspaceId)
    {
        await using var bot = new TestBot();
        var vault = bot.Services.GetRequiredService<Vault>();

        var opened = vault.Open(purpose, workspaceId, vault.Seal("test", "T1", "xoxb-very-secret"));

        Assert.Null(opened);
    }

    [Fact]
    public async Task What_is_no_secret_of_ours_opens_as_nothing()
    {
        await using var bot = new TestBot();

        Assert.Null(bot.Services.GetRequiredService<Vault>().Open("test", "T1", "rubbish"));
    }

    [Fact]
    public async Task Keys_are_encrypted_with_the_certificate_and_read_with_the_one_before()
    {
        using var folder = new TestFolder();
        var (first, second) = (Certificate(folder, "first.pfx"), Certificate(folder, "second.pfx"));
        Dictionary<string, string> settings = new() { ["Storage:KeyCertificatePath"] = first, ["Storage:KeyCertificatePassword"] = "pass" };
        await using var bot = new TestBot(settings: settings);
        var secret = bot.Services.GetRequiredService<Vault>().Seal("test", "T1", "xoxb-very-secret");
        var keys = (await Rows.ReadAsync(bot)).Where(row => row.StartsWith("data_keys:", StringComparison.Ordinal)).ToList();

        settings["Storage:KeyCertificatePath"] = second;
        await bot.RestartAsync();
        var without = bot.Services.GetRequiredService<Vault>().Open("test", "T1", secret);
        (settings["Storage:PreviousKeyCertificatePath"], settings["Storage:PreviousKeyCertificatePassword"]) = (first, "pass");
        await bot.RestartAsync();
        var with = bot.Services.GetRequiredService<Vault>().Open("test", "T1", secret);

        Assert.Contains("EncryptedData", Assert.Single(keys), StringComparison.Ordinal);
        Assert.Null(without);
        Assert.Equal("xoxb-very-secret", with);
    }

    [Fact]
    public void A_certificate_and_its_key_may_stand_in_one_PEM_file()
    {
        using var folder = new TestFolder();
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=NudgeBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        var (whole, bare) = (Path.Combine(folder.Path, "whole.pem"), Path.Combine(folder.Path, "bare.pem"));
        File.WriteAllText(whole, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.WriteAllText(bare, made.ExportCertificatePem());

        var (certificate, fault) = KeyCertificate.Load(whole, "");

        Assert.Equal((true, null), (certificate!.HasPrivateKey, fault));
        Assert.Contains("private key", KeyCertificate.Load(bare, "").Fault, StringComparison.Ordinal);
        Assert.Contains("there is no file", KeyCertificate.Load(Path.Combine(folder.Path, "none.pfx"), "").Fault, StringComparison.Ordinal);
    }

    private static string Certificate(TestFolder folder, string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=NudgeBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "pass"));
        return path;
    }
}
