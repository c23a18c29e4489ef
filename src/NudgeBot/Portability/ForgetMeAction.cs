using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Portability;

/// <summary>The button that erases the member.</summary>
internal sealed class ForgetMeAction(Forgetting forgetting, IStringLocalizer<PortabilityText> text) : IAction
{
    public static string Id => "forget.me";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        await forgetting.ForgetAsync(turn, cancellationToken);
        return new Message(text["forget.me.done"], Replaces: true);
    }
}
