using NudgeBot.Commands;

namespace NudgeBot.Members;

/// <summary>Told in the same transaction when a member's settings, consent or pause changed, so that what is due can be set anew.</summary>
internal interface IMemberObserver
{
    Task ChangedAsync(Turn turn, Member member, CancellationToken cancellationToken);
}
