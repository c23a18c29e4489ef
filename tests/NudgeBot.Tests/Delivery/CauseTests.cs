using NudgeBot.Chat;
using NudgeBot.Delivery;

namespace NudgeBot.Tests.Delivery;

public sealed class CauseTests
{
    private static readonly DateTimeOffset DueAt = new(2026, 11, 24, 8, 30, 0, 123, TimeSpan.Zero);

    [Fact]
    public void The_same_schedule_at_the_same_instant_gives_its_messages_the_same_keys() =>
        Assert.Equal(Keys(DueAt), Keys(DueAt));

    [Fact]
    public void Another_instant_member_or_place_gives_another_key() =>
        Assert.Equal(9, Keys(DueAt).Concat(Keys(DueAt.AddDays(7))).Concat(Keys(DueAt, "bob")).Distinct().Count());

    [Fact]
    public void The_keys_of_one_run_grow_and_tell_when_it_fell_due()
    {
        var keys = Keys(DueAt);

        Assert.Equal(keys.Order(), keys);
        Assert.All(keys, key => Assert.Equal((7, DueAt), (key.Version, new Envelope(key, "w", Conversation.With("ana"), null, new("Hello."), null, DueAt).MadeAt)));
    }

    private static List<Guid> Keys(DateTimeOffset dueAt, string member = "ana")
    {
        var cause = new Cause(new Schedule { WorkspaceId = "acme", Kind = "nudge", MemberId = member, Subject = "", DueAt = dueAt });
        return [cause.NextId(), cause.NextId(), cause.NextId()];
    }
}
