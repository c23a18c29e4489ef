using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Portability;

/// <summary>The button that thinks better of forgetting.</summary>
internal sealed class ForgetKeepAction(IStringLocalizer<PortabilityText> text) : IAction
{
    public static string Id => "forget.keep";

    public Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new Message(text["forget.kept"], Replaces: true));
}
