using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary><c>choose @ana inner every 6 weeks because we think alike</c>: a seat in the circle, or a change of it. Alone it opens the form.</summary>
internal sealed class ChooseCommand(Names names, Choosing choosing, ChooseForm form, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new(
        "choose", "choose @ana every 6 weeks because we think alike", "choose Ana inner monthly", "choose ana@example.com because she tells me the truth", "choose");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (rest.Length == 0)
            return form.Open();
        var parsed = Shapes.Choose(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, said, cadence, because) = parsed.Value;
        var ring = said switch { RingWord.Inner => Ring.Inner, RingWord.Close => Ring.Close, _ => null as Ring? };
        if (await choosing.RefusalAsync(ring, cancellationToken) is { } refusal)
            return refusal;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        return found.Answer ?? await choosing.ChooseAsync(turn, found.Person, new Choice(ring, cadence, because), cancellationToken);
    }
}
