using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>Opens a form that came too late to open by itself: platforms let a dialog open only for seconds after a press.</summary>
internal sealed class OpenAction(BotDb db, IStringLocalizer<InboxText> text) : IAction
{
    public static string Id => "form.open";

    public static bool OpensForm => true;

    /// <summary>The message that stands for the form until its button is pressed.</summary>
    public static Message Offer(IServiceProvider services, Message late, string eventId)
    {
        var text = services.GetRequiredService<IStringLocalizer<InboxText>>();
        return new(late.Text, new Card(new Paragraph(late.Text), new ActionRow(new Button(Id, text["open"], eventId, ButtonStyle.Primary))));
    }

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await db.Set<InboxEntry>().AsNoTracking().Where(row => row.EventId == press.Value).Select(row => row.Answer).FirstOrDefaultAsync(cancellationToken) is { } answer
            && JsonSerializer.Deserialize(answer, ChatJson.Default.IReadOnlyListMessage)!.FirstOrDefault(message => message.Form is not null) is { } message
            ? message
            : text["gone"].Value;
}
