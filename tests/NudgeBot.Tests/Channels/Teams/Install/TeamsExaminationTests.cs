using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NudgeBot.Channels;
using NudgeBot.Channels.Teams.Install;
using NudgeBot.Hosting.Examination;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams.Install;

public sealed class TeamsExaminationTests
{
    private static readonly TeamsFault Away = new(502, Html: true);

    [Fact]
    public async Task All_is_well_where_Entra_gives_tokens_and_the_keys_can_be_read()
    {
        await using var running = await StartAsync();

        var findings = await DoctorAsync(running);

        Assert.DoesNotContain(findings, finding => finding.IsFault);
        Assert.Contains(findings, finding => finding.Found == "Microsoft Entra gives NudgeBot tokens");
        Assert.Contains(findings, finding => finding.Found.EndsWith("can be read from login.botframework.com", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Line.Contains("s3cret", StringComparison.Ordinal) || finding.Line.Contains("connector-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_secret_is_told_by_Entras_number_and_what_to_do()
    {
        await using var running = await StartAsync(new() { ["Teams:Password"] = "another-s3cret" });

        var fault = Assert.Single(await DoctorAsync(running), finding => finding.IsFault);

        Assert.Equal("Microsoft Entra gave no token (AADSTS7000215).", fault.Found);
        Assert.Contains("Certificates & secrets", fault.Next, StringComparison.Ordinal);
        Assert.DoesNotContain("another", fault.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_or_are_not_Teams_own_are_a_fault()
    {
        await using var running = await StartAsync();

        running.Teams.Fail("metadata", Away, Away, Away, Away);
        var away = await DoctorAsync(running);
        await using var other = await StartAsync();
        other.Teams.Authority.Endorsements = ["webchat"];
        var foreign = await DoctorAsync(other);

        Assert.Contains("cannot be read", Assert.Single(away, finding => finding.IsFault).Found, StringComparison.Ordinal);
        Assert.Contains("no keys for Teams", Assert.Single(foreign, finding => finding.IsFault).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_before_Teams_is_refused()
    {
        await using var running = await StartAsync(late: TimeSpan.FromMinutes(4));

        var fault = Assert.Single(await DoctorAsync(running), finding => finding.IsFault);

        Assert.Contains("clocks differ", fault.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, false, "good until")]
    [InlineData(20, true, "ends")]
    [InlineData(-1, true, "ended")]
    public async Task A_certificate_is_told_while_there_is_time_to_get_another(int days, bool isFault, string said)
    {
        using var folder = new TestFolder();
        var file = folder.File("teams.pem");
        await File.WriteAllTextAsync(file, Certificate(days));
        await using var running = await StartAsync(new() { ["Teams:Password"] = "", ["Teams:CertificatePath"] = file });

        var found = Assert.Single(await TeamsAsync(running), finding => finding.Found.StartsWith("the certificate", StringComparison.Ordinal));

        Assert.Equal(isFault, found.IsFault);
        Assert.Contains(said, found.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_Teams_ever_came_is_told_and_when_last()
    {
        await using var running = await StartAsync(new() { ["Teams:PublicUrl"] = "https://nudge.example.org/" });

        var before = (await TeamsAsync(running))[^1];
        await running.SayAsync(FakeTeams.Ana, "help");
        var after = (await TeamsAsync(running))[^1];

        Assert.Contains("nothing came yet: the messaging endpoint of the Azure Bot must be https://nudge.example.org/api/messages", before.Found, StringComparison.Ordinal);
        Assert.Equal($"conversations that NudgeBot is part of: 1; the last message came {running.Bot.Clock.GetUtcNow():u}", after.Found);
    }

    [Fact]
    public async Task Test_clients_without_tokens_are_told()
    {
        await using var bot = new TestBot(settings: new() { ["Teams:Anonymous"] = "true" });

        var findings = await bot.Services.GetRequiredService<IExamination>().ExamineAsync(CancellationToken.None);
        var health = await bot.Services.GetRequiredService<TeamsHealth>().CheckHealthAsync(new(), CancellationToken.None);

        Assert.DoesNotContain(findings, finding => finding.IsFault);
        Assert.Contains("Teams:Anonymous is on", findings[0].Found, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Healthy, "Test clients are served without tokens."), (health.Status, health.Description));
    }

    [Fact]
    public async Task Without_tokens_or_keys_NudgeBot_is_degraded_and_says_so_until_it_is_well()
    {
        await using var running = await StartAsync();
        running.Teams.Fail("token", new TeamsFault(401, "invalid_client"), new TeamsFault(401, "invalid_client"));

        var degraded = await HealthAsync(running);
        var asked = running.Teams.TokensGiven;
        await HealthAsync(running);
        var once = running.Teams.TokensGiven;
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var well = await WellAsync(running);
        running.Teams.Fail("metadata", Away, Away, Away, Away);
        await running.Teams.SendAsync(running.Teams.Activity(FakeTeams.Ana, "message"));
        var deaf = await HealthAsync(running);

        Assert.Equal((HealthStatus.Degraded, asked), (degraded.Status, once));
        Assert.Contains("goes out later", degraded.Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, well.Status);
        Assert.Equal(HealthStatus.Degraded, deaf.Status);
        Assert.Contains("login.botframework.com", deaf.Description, StringComparison.Ordinal);
    }

    private static Task<TeamsBot> StartAsync(Dictionary<string, string>? settings = null, TimeSpan late = default) =>
        TeamsBot.StartAsync(settings, TimeProvider.System.GetUtcNow() + late);

    private static Task<IReadOnlyList<Finding>> DoctorAsync(TeamsBot running) => Doctor.ExamineAsync(running.Bot.Services, CancellationToken.None);

    private static Task<IReadOnlyList<Finding>> TeamsAsync(TeamsBot running) => running.Bot.Services.GetRequiredService<IExamination>().ExamineAsync(CancellationToken.None);

    private static Task<HealthCheckResult> HealthAsync(TeamsBot running) => running.Bot.Services.GetRequiredService<TeamsHealth>().CheckHealthAsync(new(), CancellationToken.None);

    /// <summary>The outcome once the faults are used up, whose number the library's own second try decides.</summary>
    private static async Task<HealthCheckResult> WellAsync(TeamsBot running)
    {
        var outcome = await HealthAsync(running);
        for (var tries = 0; tries < 3 && outcome.Status is not HealthStatus.Healthy; tries++)
        {
            running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            outcome = await HealthAsync(running);
        }

        return outcome;
    }

    private static string Certificate(int days)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=NudgeBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-10), now.AddDays(days).AddHours(1));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
