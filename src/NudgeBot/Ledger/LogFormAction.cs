using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>Records what the form says, exactly as the command would that says the same.</summary>
internal sealed class LogFormAction(LogForm form, HelpedCommand helped, ThanksCommand thanks, MetCommand met) : IAction
{
    public static string Id => "log.form";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (name, rest, wrong) = form.Read(turn, press);
        if (wrong is not null)
            return form.Open(turn, press, wrong);
        ICommand command = name == ThanksCommand.Info.Name ? thanks : name == MetCommand.Info.Name ? met : helped;
        var reply = await command.RunAsync(turn with { Line = $"{name} {rest}" }, rest, cancellationToken);
        // What was recorded, and a question whom the member means, have buttons; a refusal has none, and the form is to be filled in better.
        return reply.Messages.All(message => message.Card is null) ? form.Open(turn, press, new(reply.Messages[0].Text)) : reply;
    }
}
