using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Members;

/// <summary>The button that allows nudges.</summary>
internal sealed class NudgesOnAction(MemberChanges changes, NudgesState state) : IAction
{
    public static string Id => "nudges.on";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var renewed = await changes.ApplyAsync(turn, member => member.Consent = Consent.On, cancellationToken);
        return new Message(state.Line(renewed, await changes.ReadAsync(cancellationToken)), Replaces: true);
    }
}

/// <summary>The button that stops nudges, or never lets them begin.</summary>
internal sealed class NudgesOffAction(MemberChanges changes, NudgesState state) : IAction
{
    public static string Id => "nudges.off";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var renewed = await changes.ApplyAsync(turn, member => member.Consent = Consent.Off, cancellationToken);
        return new Message(state.Line(renewed, await changes.ReadAsync(cancellationToken)), Replaces: true);
    }
}
