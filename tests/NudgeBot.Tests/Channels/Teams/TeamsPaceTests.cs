using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>Teams' limits (learn.microsoft.com, "Optimize your bot with rate limiting in Teams").</summary>
public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private readonly TeamsPace pace;

    public TeamsPaceTests() => pace = new TeamsPace(clock);

    /// <summary>So many go through at once and the next has to wait; questions have limits of their own, twice as wide.</summary>
    [Theory]
    [InlineData("POST", 7)]
    [InlineData("PUT", 7)]
    [InlineData("GET", 14)]
    public void In_a_second_so_many_calls_go_to_a_conversation(string method, int most)
    {
        Assert.Equal(most, Passed(Call(method), 40));
        Assert.Throws<ChannelException>(() => pace.Enter(Call(method)));
        pace.Enter(Call(method, conversation: "another"));
    }

    [Fact]
    public void Messages_leave_questions_alone_and_questions_messages()
    {
        var sent = Passed(Call("POST"), 40);

        Assert.Equal((7, 14), (sent, Passed(Call("GET"), 40)));
    }

    /// <summary>Eight in two seconds, sixty in thirty, 1,800 in an hour; of questions twice as many.</summary>
    [Theory]
    [InlineData("POST", 2, 8)]
    [InlineData("GET", 2, 16)]
    [InlineData("POST", 30, 60)]
    [InlineData("GET", 30, 120)]
    [InlineData("POST", 3600, 1800)]
    [InlineData("GET", 3600, 3600)]
    public void In_a_longer_time_fewer_go_than_the_shorter_limits_would_let(string method, int seconds, int most)
    {
        var passed = 0;
        for (var time = 0; time < seconds * 4; time++)
        {
            passed += Passed(Call(method), 40);
            clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        Assert.Equal(most, passed);
    }

    [Fact]
    public void After_an_hour_the_hours_limit_begins_anew()
    {
        var start = clock.GetUtcNow();
        for (var minute = 0; minute < 59; minute++)
        {
            for (var time = 0; time < 32; time++, clock.Advance(TimeSpan.FromSeconds(1.9)))
                Passed(Call("POST"), 1);
        }

        var held = Assert.Throws<ChannelException>(() => pace.Enter(Call("POST")));
        clock.Advance(held.RetryAfter!.Value);

        Assert.Equal((start.AddHours(1), 1), (clock.GetUtcNow(), Passed(Call("POST"), 1)));
    }

    [Fact]
    public void Fifty_calls_a_second_go_to_a_tenant_and_what_a_conversation_held_back_counts_for_nothing()
    {
        Passed(Call("POST"), 100);

        var others = Enumerable.Range(0, 100).Count(number => Passed(Call("POST", conversation: $"c{number}"), 1) == 1);

        Assert.Equal(50 - 7, others);
        pace.Enter(Call("POST", workspace: "another tenant"));
        clock.Advance(TimeSpan.FromSeconds(1.1));
        pace.Enter(Call("POST", conversation: "c200"));
    }

    /// <summary>How many of so many calls go through now.</summary>
    private int Passed(TeamsCall call, int times)
    {
        var passed = 0;
        for (var time = 0; time < times; time++)
        {
            try
            {
                pace.Enter(call);
                passed++;
            }
            catch (ChannelException held)
            {
                Assert.True(held.RetryAfter > TimeSpan.Zero);
            }
        }

        return passed;
    }

    private static TeamsCall Call(string method, string conversation = "chat", string workspace = "tenant") =>
        new("call", new HttpMethod(method), "https://smba.trafficmanager.net/emea/", "v3", workspace, conversation);
}
