using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>
/// Opens the form for a help or a touch. Whoever offers it may say what is known already in the fields of <see cref="LogForm"/>, as when
/// it begins at a message that somebody wrote.
/// </summary>
internal sealed class LogAction(LogForm form) : IAction
{
    public static string Id => "log";

    public static bool OpensForm => true;

    public Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) => Task.FromResult<Reply>(form.Open(turn, press));
}
