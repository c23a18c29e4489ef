using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Digests;

/// <summary>Shows what the next digest would say, as things stand, and changes nothing.</summary>
internal sealed class DigestPreview(DigestReader reader, DigestCard card, IStringLocalizer<DigestText> text)
{
    public async Task<Message> ShowAsync(Turn turn, Digest digest, CancellationToken cancellationToken)
    {
        var next = digest.TurnAt(digest.NextAfter(turn.Now));
        var when = (next with { Culture = turn.Culture }).Show(next.Today);
        var content = await reader.NextAsync(next, cancellationToken);
        if (content.IsEmpty)
            return new Message(text["preview.empty", when]);
        var post = card.Compose(next, content);
        var intro = text["preview", when, digest.Schedule.At.ToString("HH:mm", turn.Culture), digest.TimeZone].Value;
        return new Message($"{intro}\n\n{post.Text}", new Card([new Quiet(intro), new Divider(), .. post.Card!.Elements]));
    }
}
