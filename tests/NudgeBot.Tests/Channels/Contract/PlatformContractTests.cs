using NudgeBot.Chat;

namespace NudgeBot.Tests.Channels.Contract;

/// <summary>What channels promise besides, behind which a platform stands that can go wrong, or throw NudgeBot out.</summary>
public abstract class PlatformContractTests : ChannelContractTests
{
    [Fact]
    public async Task A_platform_that_asks_to_wait_says_for_how_long()
    {
        await using var stand = await FailingAsync(Trouble.Busy);

        var refused = await Assert.ThrowsAsync<ChannelException>(() => stand.TellAsync(stand.Ana, Hello));

        Assert.Equal(Refusal.Later, refused.Refusal);
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(38), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(nameof(Trouble.Passing), nameof(Refusal.Later))]
    [InlineData(nameof(Trouble.Lasting), nameof(Refusal.Never))]
    [InlineData(nameof(Trouble.Blocked), nameof(Refusal.Blocked))]
    public async Task What_a_refusal_means_is_told_and_nothing_of_the_message_is(string trouble, string refusal)
    {
        await using var stand = await FailingAsync(Enum.Parse<Trouble>(trouble));

        var refused = await Assert.ThrowsAsync<ChannelException>(() => stand.TellAsync(stand.Ana, Hello));

        Assert.Equal(Enum.Parse<Refusal>(refusal), refused.Refusal);
        Assert.DoesNotContain("Hello", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_known_of_a_messages_fate_the_transports_own_error_comes_through()
    {
        await using var stand = await FailingAsync(Trouble.CutOff);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => stand.TellAsync(stand.Ana, Hello));

        Assert.IsNotType<ChannelException>(error);
        Assert.DoesNotContain("Hello", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_NudgeBot_was_removed_nothing_is_sent_any_more()
    {
        await using var stand = await StartAsync();
        await stand.TellAsync(stand.Ana, Hello);
        var before = (await stand.PrivateAsync(stand.Ana)).Count;
        await stand.RemoveAsync();

        var refused = await Assert.ThrowsAsync<ChannelException>(() => stand.TellAsync(stand.Ana, Hello));

        Assert.NotEqual(Refusal.Never, refused.Refusal);
        Assert.Equal(before, (await stand.PrivateAsync(stand.Ana)).Count);
    }

    private async Task<ChannelStand> FailingAsync(Trouble trouble)
    {
        var stand = await StartAsync();
        stand.Fail(trouble);
        return stand;
    }
}
