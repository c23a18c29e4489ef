using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Slack;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.In;

public sealed class SlackSignatureTests
{
    /// <summary>What Slack's documentation shows ("Verifying requests from Slack").</summary>
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5", Timestamp = "1531420618",
        Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    public static TheoryData<string, int> Dishonest => new()
    {
        { "stale", 301 }, { "early", -301 }, { "forged", 0 }, { "other version", 0 }, { "capitals", 0 }, { "altered", 0 }, { "no timestamp", 0 },
        { "no signature", 0 }, { "two timestamps", 0 }, { "two signatures", 0 },
    };

    [Theory]
    [InlineData(Secret, "")]
    [InlineData("another one", Secret)]
    public void What_Slack_documents_is_believed(string secret, string previous) => Assert.Null(Refusal(secret, previous, Timestamp, Signature));

    [Theory]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData(Timestamp, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp + "0", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData("+1531420618", Signature)]
    [InlineData(" 1531420618", Signature)]
    [InlineData("99999999999999999999", Signature)]
    [InlineData("", Signature)]
    [InlineData("", "")]
    public void Anything_else_is_not(string timestamp, string signature) => Assert.NotNull(Refusal(Secret, "", timestamp, signature));

    [Fact]
    public void Nothing_is_believed_without_a_secret() => Assert.NotNull(Refusal("", "", Timestamp, Signature));

    [Theory]
    [InlineData(0, null)]
    [InlineData(299, null)]
    [InlineData(-299, null)]
    [InlineData(300, null)]
    [InlineData(301, "stale")]
    [InlineData(-301, "stale")]
    public void Five_minutes_may_lie_between(int seconds, string? refusal) => Assert.Equal(refusal, Refusal(Secret, "", Timestamp, Signature, seconds));

    [Theory]
    [MemberData(nameof(Dishonest))]
    public async Task A_dishonest_request_is_refused_without_a_word(string how, int skew)
    {
        await using var running = await SlackBot.StartAsync();
        var tampering = how switch
        {
            "stale" or "early" => new Tampering { Skew = TimeSpan.FromSeconds(skew) },
            "forged" => new Tampering { Secret = "some other secret" },
            "other version" => new Tampering { Version = "v1" },
            "capitals" => new Tampering { UpperCaseSignature = true },
            "altered" => new Tampering { AlteredBody = true },
            "no timestamp" => new Tampering { WithoutTimestamp = true },
            "no signature" => new Tampering { WithoutSignature = true },
            "two timestamps" => new Tampering { TwoTimestamps = true },
            _ => new Tampering { TwoSignatures = true },
        };

        var delivery = await running.Slack.CommandAsync("U1", "/nudge", "helped <@U2> with the deck", tampering: tampering);

        Assert.Equal((401, ""), (delivery.Status, delivery.Answer));
        Assert.Empty(running.Slack.Calls);
        Assert.Equal(0, await running.CountAsync<NudgeBot.Members.Member>("U1"));
    }

    [Fact]
    public async Task The_secret_before_the_last_change_is_still_taken()
    {
        await using var running = await SlackBot.StartAsync();

        var delivery = await running.Slack.CommandAsync("U1", "/nudge", "help", tampering: new() { Secret = running.Slack.App.OldSigningSecret });

        Assert.True(delivery.IsOk, delivery.ToString());
    }

    [Fact]
    public async Task A_recorded_request_does_nothing_twice()
    {
        await using var running = await SlackBot.StartAsync();
        var first = await running.Slack.CommandAsync("U1", "/nudge", "helped <@U2> with the deck");

        var replayed = await running.Slack.ReplayAsync(first);
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));
        var old = await running.Slack.ReplayAsync(first);

        Assert.Equal((200, 401), (replayed.Status, old.Status));
        Assert.Equal(1, await running.CountAsync<NudgeBot.Ledger.Entry>("U1"));
    }

    private static string? Refusal(string secret, string previous, string timestamp, string signature, int secondsLater = 10)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1531420618 + secondsLater));
        var options = Options.Create(new SlackOptions { SigningSecret = secret, PreviousSigningSecret = previous });
        return new SlackSignature(options, clock).Refusal(timestamp, signature, Encoding.UTF8.GetBytes(Body));
    }
}
