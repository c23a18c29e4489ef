using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Portability;

/// <summary>The button under <c>privacy</c> that leads to forgetting: it asks first, as the command does.</summary>
internal sealed class ForgetAskAction(ForgetTexts texts) : IAction
{
    public static string Id => "forget.ask";

    public Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) => Task.FromResult<Reply>(texts.AskAboutMember());
}
