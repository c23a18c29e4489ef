using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Slack;

namespace NudgeBot.Tests.Channels.Slack;

public sealed class SlackAnswerAddressTests
{
    private const string Address = "https://hooks.slack.com/commands/T1/2/abc";

    private readonly FakeTimeProvider clock = new();

    private readonly IDataProtectionProvider protection = new EphemeralDataProtectionProvider();

    [Fact]
    public void A_sealed_address_says_nothing_and_opens_for_half_an_hour()
    {
        var addresses = For("https://slack.com/api/");

        var seal = addresses.Seal(Address);
        var early = addresses.Open(seal);
        clock.Advance(TimeSpan.FromMinutes(30));

        Assert.DoesNotContain("hooks", seal, StringComparison.Ordinal);
        Assert.Equal(Address, early?.AbsoluteUri);
        Assert.Null(addresses.Open(seal));
    }

    [Theory]
    [InlineData("https://hooks.slack-gov.com/actions/T1/2/abc", true)]
    [InlineData("http://hooks.slack.com/commands/T1/2/abc", false)]
    [InlineData("https://hooks.slack.com.example.com/x", false)]
    [InlineData("https://example.com/hooks.slack.com", false)]
    [InlineData("https://hooks.slack.com:8443/x", false)]
    [InlineData("https://someone@hooks.slack.com/x", false)]
    [InlineData("http://127.0.0.1:5080/metrics", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_Slacks_own_addresses_are_sealed(string? address, bool isSlacks) =>
        Assert.Equal(isSlacks, For("https://slack.com/api/").Seal(address) is not null);

    [Fact]
    public void The_machine_itself_is_right_where_Slacks_API_is_there_too()
    {
        var addresses = For("http://127.0.0.1:9000/api/");

        Assert.NotNull(addresses.Seal("http://127.0.0.1:9000/commands/x"));
        Assert.Null(addresses.Seal("http://127.0.0.1:9001/commands/x"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8forged")]
    [InlineData(Address)]
    public void What_was_not_sealed_does_not_open(string? seal) => Assert.Null(For("https://slack.com/api/").Open(seal));

    private SlackAnswerAddress For(string api) => new(protection, clock, Options.Create(new SlackOptions { ApiUrl = api }));
}
