using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// Lets each viewer of a channel's card see their own (learn.microsoft.com, "Up to date cards"): the card that stands for everybody leaves out
/// the buttons that only some can use, and those have Teams ask for theirs. Whom it names to Teams is no secret there: they stand in the card.
/// </summary>
internal sealed class TeamsViews(TeamsPeople people, IStringLocalizer<TeamsWords> text)
{
    /// <summary>For so many viewers Teams asks by itself.</summary>
    private const int Most = 60;

    /// <summary>The card that stands for everybody; null where all see the same, or where it takes several.</summary>
    public async Task<TeamsCard?> WriteAsync(string workspaceId, Message message, Func<string, bool> opens)
    {
        if (message.Card is not { View: { } view } card)
            return null;
        List<string> concerned = [.. card.Buttons.SelectMany(button => button.For ?? []).Distinct()];
        var users = await people.UsersAsync(workspaceId, concerned);
        var asked = concerned.Where(users.ContainsKey).Take(Most).ToList();
        return asked.Count > 0 && TeamsWriter.Write(message with { Card = Without(card, asked) }, opens) is [var single]
            ? single with { Refresh = Refresh(view, [.. asked.Select(account => users[account])]) }
            : null;
    }

    /// <summary>What one viewer sees, who goes on asking for it.</summary>
    public TeamsCard Own(Message message, string userId, Func<string, bool> opens)
    {
        var card = message.Card ?? new Card(new Paragraph(message.Text));
        var drawn = TeamsWriter.Write(message with { Card = card }, opens)[0];
        return card.View is { } view ? drawn with { Refresh = Refresh(view, [userId]) } : drawn;
    }

    /// <summary>The card without the buttons whose every user gets a card of their own. Where one would not, everybody keeps the button.</summary>
    private static Card Without(Card card, List<string> asked) => card with
    {
        Elements =
        [
            .. card.Elements.Select(element => element is ActionRow row
                ? new ActionRow([.. row.Buttons.Where(button => button.For is null || button.For.Except(asked).Any())])
                : element),
        ],
    };

    private TeamsRefresh Refresh(string view, IReadOnlyList<string> userIds) => new(new TeamsExecute(text["refresh"], TeamsActions.Data(TeamsActions.View, view)), userIds);
}
