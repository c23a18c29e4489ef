using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary>No suggestions from the shelf any more; one press, and one to have them back.</summary>
internal sealed class ShelfOffAction(MemberChanges changes, IStringLocalizer<SendingText> text) : IAction
{
    public static string Id => "nudge.shelf.off";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        await changes.ApplyAsync(turn, member => member.UsesShelf = false, cancellationToken);
        return new Message(text["shelf.off"], new Card(new Paragraph(text["shelf.off"]), new ActionRow(new Button(ShelfOnAction.Id, text["button.shelfon"]))));
    }
}

/// <summary>Suggestions from the shelf again.</summary>
internal sealed class ShelfOnAction(MemberChanges changes, IStringLocalizer<SendingText> text) : IAction
{
    public static string Id => "nudge.shelf.on";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        await changes.ApplyAsync(turn, member => member.UsesShelf = true, cancellationToken);
        return new Message(text["shelf.on"], Replaces: true);
    }
}
