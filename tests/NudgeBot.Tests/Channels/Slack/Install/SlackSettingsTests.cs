using NudgeBot.Channels.Slack;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackSettingsTests
{
    public static TheoryData<string, string> Faults => new()
    {
        // One workspace or many.
        { "SigningSecret=s", "Slack:BotToken is missing" },
        { "SigningSecret=s BotToken=xoxb-1 ClientId=1.2 ClientSecret=s PublicUrl=https://n.example", "exclude each other" },
        { "SigningSecret=s ClientId=1.2 PublicUrl=https://n.example", "Slack:ClientSecret is missing" },
        { "SigningSecret=s BotToken=xoxb-1 ClientSecret=s", "Slack:ClientId is missing" },

        // Tokens of another kind.
        { "SigningSecret=s BotToken=xoxp-1", "not a bot token" },
        { "SigningSecret=s BotToken=xapp-1", "not a bot token" },
        { "SigningSecret=s BotToken=xoxe.xoxb-1", "rotating token" },
        { "BotToken=xoxb-1 SocketMode=true AppToken=xoxb-1", "app-level token" },

        // Without a secret anybody could speak for Slack.
        { "BotToken=xoxb-1", "Slack:SigningSecret is missing" },

        // Addresses.
        { "SigningSecret=s ClientId=1.2 ClientSecret=s", "Slack:PublicUrl is missing" },
        { "SigningSecret=s ClientId=1.2 ClientSecret=s PublicUrl=http://n.example", "Slack:PublicUrl is" },
        { "SigningSecret=s ClientId=1.2 ClientSecret=s PublicUrl=https://n.example/?a=b", "Slack:PublicUrl is" },
        { "SigningSecret=s ClientId=1.2 ClientSecret=s PublicUrl=n.example", "Slack:PublicUrl is" },
        { "SigningSecret=s BotToken=xoxb-1 ApiUrl=http://slack.com/api/", "Slack:ApiUrl is" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_is_told_with_what_would_work(string settings, string words)
    {
        var found = new SlackSettings().Validate(null, Read(settings));

        Assert.Contains(words, Assert.Single(found.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SigningSecret=s BotToken=xoxb-1")]
    [InlineData("BotToken=xoxb-1 SocketMode=true AppToken=xapp-1")]
    [InlineData("SigningSecret=s ClientId=1.2 ClientSecret=s PublicUrl=https://n.example/nudgebot/")]
    [InlineData("SigningSecret=s ClientId=1.2 ClientSecret=s PublicUrl=http://localhost:5080")]
    public void A_right_set_up_has_no_fault(string settings) =>
        Assert.True(new SlackSettings().Validate(null, Read(settings)).Succeeded);

    private static SlackOptions Read(string settings)
    {
        var options = new SlackOptions();
        foreach (var pair in settings.Split(' ').Select(pair => pair.Split('=', 2)))
        {
            var property = typeof(SlackOptions).GetProperty(pair[0])!;
            property.SetValue(options, property.PropertyType == typeof(bool) ? bool.Parse(pair[1]) : pair[1]);
        }

        return options;
    }
}
