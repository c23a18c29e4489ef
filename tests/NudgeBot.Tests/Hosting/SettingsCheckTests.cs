using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Hosting.Settings;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Hosting;

public sealed class SettingsCheckTests
{
    [Fact]
    public async Task The_shipped_settings_are_read_and_sound()
    {
        await using var bot = new TestBot();

        var report = SettingsCheck.Run(bot.Services);

        Assert.Empty(report.Faults);
        Assert.Empty(report.Warnings);
        Assert.Equal("Warning", bot.Services.GetRequiredService<IConfiguration>()["Logging:LogLevel:Microsoft.AspNetCore"]);
    }

    [Fact]
    public async Task A_setting_that_nothing_reads_is_reported_with_the_nearest_name()
    {
        await using var bot = new TestBot();
        bot.Services.GetRequiredService<IConfiguration>()["Storage:ConectionString"] = "Data Source=elsewhere.db";

        var report = SettingsCheck.Run(bot.Services);

        Assert.Equal("Nothing reads the setting Storage:ConectionString; did you mean ConnectionString?", Assert.Single(report.Warnings));
    }

    [Fact]
    public async Task Every_class_of_settings_is_looked_at()
    {
        await using var bot = new TestBot(settings: new() { ["Slack:BotToken"] = "xoxb-1", ["Slack:SigningSecret"] = "secret", ["Teams:AppId"] = Guid.Empty.ToString(), ["Teams:TenantId"] = Guid.Empty.ToString(), ["Teams:Password"] = "secret" });
        var classes = typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("NudgeBot", StringComparison.Ordinal) == true);

        Assert.Equal(classes.Select(type => type.Name).Order(), SettingsCheck.Sections(bot.Services).Select(section => section.Value.Name).Order());
    }
}
