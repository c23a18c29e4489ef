using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Chat;
using NudgeBot.Home;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Teams.Tab;

/// <summary>Reads what the tab shows its member: their own page, without its buttons, since everything is done in the chat.</summary>
internal sealed class TabHome(UnitOfWork work, IOptions<TeamsOptions> options)
{
    /// <summary>Looking takes nobody in: somebody who never wrote to NudgeBot gets no card, and no row.</summary>
    public Task<TabView> ReadAsync(TabCaller caller, CancellationToken cancellationToken) => work.ReadAsync(caller.WorkspaceId, caller.MemberId, async services =>
    {
        var db = services.GetRequiredService<BotDb>();
        var isThere = await db.Set<Workspace>().AnyAsync(row => row.Channel == TeamsServices.ChannelName && row.RemovedAt == null, cancellationToken);
        if (!isThere || await db.Set<Member>().AsNoTracking().Select(row => row.Language).SingleOrDefaultAsync(cancellationToken) is not { } language)
            return new TabView(Chat, null, null);
        var card = await services.GetRequiredService<HomePage>().ComposeAsync(cancellationToken);
        return new TabView(Chat, language, new Card([.. card.Elements.Where(element => element is not ActionRow)]));
    });

    /// <summary>A link that opens the chat with NudgeBot (learn.microsoft.com, "Deep link to a chat").</summary>
    private string Chat => new Uri(TeamsClouds.All[options.Value.Cloud].Client, $"l/chat/0/0?users=28:{options.Value.AppId}").AbsoluteUri;
}

/// <summary>What the tab shows.</summary>
/// <param name="Chat">Opens the chat with NudgeBot.</param>
/// <param name="Language">The member's, two letters; null for somebody who is none.</param>
/// <param name="Card">The member's page; null for somebody who is none.</param>
internal sealed record TabView(string Chat, string? Language, Card? Card);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TabView))]
internal sealed partial class TabJson : JsonSerializerContext;
