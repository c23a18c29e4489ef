using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Portability;

/// <summary><c>privacy</c>: what is kept about the member and who sees it, to be read in a minute.</summary>
internal sealed class PrivacyCommand(Refusals refusals, IStringLocalizer<PortabilityText> text) : ICommand
{
    private static readonly string[] Parts = ["kept", "you", "others", "admins", "chat", "long"];

    public static CommandInfo Info { get; } = new("privacy", "privacy");

    public Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Task.FromResult(Shapes.None(rest) is { Ok: false } wrong ? refusals.NotUnderstood(wrong.Error, Info) : Show());

    private Message Show()
    {
        List<Fact> facts = [.. Parts.Select(part => new Fact(text[$"privacy.{part}"], text[$"privacy.{part}.text"]))];
        return new Message(
            string.Join('\n', facts.Select(fact => $"{fact.Label}: {fact.Text}").Prepend(text["privacy.title"].Value)),
            new Card(
                new Heading(text["privacy.title"]), new Facts(facts),
                new ActionRow(new Button(ForgetAskAction.Id, text["privacy.forget"], Style: ButtonStyle.Danger))));
    }
}
