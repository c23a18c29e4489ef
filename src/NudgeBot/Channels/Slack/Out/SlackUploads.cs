using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// Brings files to Slack by the external upload flow (docs.slack.dev/messaging/working-with-files): an address, the bytes, and the
/// completion, which is what shares a file.
/// </summary>
internal sealed class SlackUploads(SlackClient slack, IOptions<SlackOptions> options)
{
    /// <summary>Text that stands for a picture at the upload; its block takes more.</summary>
    private const int LongestAlt = 1000;

    /// <summary>Pictures that are in Slack already. Slack looks each through before it shows it, so that the one that it has seen is used again.</summary>
    private readonly ConcurrentDictionary<(string WorkspaceId, string Hash), string> brought = new();

    /// <summary>Shares a file in a conversation, with what is said to it.</summary>
    public async Task ShareAsync(SlackAccess access, string channelId, FileContent file, string comment, CancellationToken cancellationToken)
    {
        var id = await BringAsync(access, file, null, cancellationToken);
        await CompleteAsync(access, id, file.Name, [("channel_id", channelId), ("initial_comment", SlackWords.Fallback(comment))], cancellationToken);
    }

    /// <summary>The ids of a card's pictures, in their order; null for each where files may not be brought.</summary>
    public async Task<IReadOnlyList<string?>> PicturesAsync(SlackAccess access, Card? card, CancellationToken cancellationToken)
    {
        List<string?> ids = [];
        foreach (var picture in card?.Elements.OfType<Picture>() ?? [])
            ids.Add(access.Has("files:write") ? await PictureAsync(access, picture, cancellationToken) : null);
        return ids;
    }

    private async Task<string> PictureAsync(SlackAccess access, Picture picture, CancellationToken cancellationToken)
    {
        var key = (access.WorkspaceId, Convert.ToHexString(SHA256.HashData(picture.Image.Bytes)));
        if (brought.TryGetValue(key, out var known))
            return known;
        var id = await BringAsync(access, picture.Image, picture.Alt, cancellationToken);
        await CompleteAsync(access, id, picture.Image.Name, [], cancellationToken);
        if (brought.Count > 1000)
            brought.Clear();
        return brought[key] = id;
    }

    private async Task<string> BringAsync(SlackAccess access, FileContent file, string? alt, CancellationToken cancellationToken)
    {
        var upload = await slack.DoAsync(
            new(
                "files.getUploadURLExternal", access.WorkspaceId, access.Token, ("filename", file.Name),
                ("length", file.Bytes.Length.ToString(CultureInfo.InvariantCulture)), ("alt_txt", alt is null ? null : SlackWords.Cut(alt, LongestAlt))),
            SlackJson.Default.SlackUpload, cancellationToken);
        if (upload.FileId is not { } id || !Uri.TryCreate(upload.UploadUrl, UriKind.Absolute, out var address) || !IsSafe(address))
            throw new ChannelException("Slack named no address to bring a file to.");
        using var content = new ByteArrayContent(file.Bytes);
        return await slack.SendAsync(new("upload", access.WorkspaceId, null), address, content, cancellationToken)
            ? id
            : throw new ChannelException("Slack did not take a file.");
    }

    private Task<SlackAnswer> CompleteAsync(
        SlackAccess access, string id, string title, (string Name, string? Value)[] how, CancellationToken cancellationToken) =>
        slack.DoAsync(
            new(
                "files.completeUploadExternal", access.WorkspaceId, access.Token,
                [("files", JsonSerializer.Serialize<IReadOnlyList<SlackUploaded>>([new(id, title)], SlackJson.Default.IReadOnlyListSlackUploaded)), .. how]),
            SlackJson.Default.SlackAnswer, cancellationToken);

    /// <summary>Encrypted, or on the machine itself where Slack's API is there too.</summary>
    private bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && new Uri(options.Value.ApiUrl).IsLoopback);
}
