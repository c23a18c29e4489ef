using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NudgeBot.Chat;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Local;

/// <summary>The built-in workspace's API, as its page and tests use it.</summary>
internal static class LocalEndpoints
{
    /// <summary>The longest line that is read at all; commands have limits of their own below it.</summary>
    private const int LongestLine = 20_000;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLocal()
        {
            var local = routes.MapGroup("/local").AddEndpointFilter<LocalGate>().WithTags("local");
            local.MapGet("/members", LocalMembersEndpoint.ListAsync);
            local.MapGet("/channels", ListChannels);
            local.MapPost("/members/{id}/messages", SayAsync);
            local.MapGet("/members/{id}/messages", ReadDirectAsync);
            local.MapGet("/channels/{id}/messages", ReadChannelAsync);
            local.MapPost("/members/{id}/actions", PressAsync);
            local.MapGet("/members/{id}/stream", LocalStreamEndpoint.StreamAsync);
            local.MapGet("/members/{id}/circle", LocalCircleEndpoint.ReadAsync);
            local.MapGet("/files/{id}", DownloadAsync);
            local.MapGet("/clock", (LocalClock clock) => new LocalTime(clock.Now));
            local.MapPost("/clock", AdvanceAsync);
            local.MapPost("/sample", LocalSampleEndpoint.LayAsync);
        }
    }

    private static Ok<IReadOnlyList<LocalChannelView>> ListChannels() =>
        TypedResults.Ok<IReadOnlyList<LocalChannelView>>([.. LocalWorkspace.Channels.Select(channel => new LocalChannelView(channel, channel))]);

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> SayAsync(
        string id, LocalLine line, Intake intake, LocalChat chat, LocalClock clock, CancellationToken cancellationToken)
    {
        if (Unknown(id, line.Channel) is { } problem)
            return problem;
        if (line.Text.Length > LongestLine)
            return LocalProblem.Bad($"A line may have at most {LongestLine} characters; this one has {line.Text.Length}.");
        var conversation = line.Channel is { } channel ? Conversation.InChannel(channel) : Conversation.With(id);
        await chat.PostAsync(conversation, id, conversation.IsDirect ? null : id, [new Message(line.Text)], clock.Now, cancellationToken);
        var typed = new TypedCommand(LocalChannel.ChannelName, EventId(id, line.EventId, clock), LocalWorkspace.Id, id, conversation, line.Text);
        return await AnswerAsync(typed, null, intake, chat, clock);
    }

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> PressAsync(
        string id, LocalPress press, Intake intake, LocalChat chat, LocalClock clock, CancellationToken cancellationToken)
    {
        if (Unknown(id, null) is { } problem)
            return problem;
        if (!long.TryParse(press.MessageId, CultureInfo.InvariantCulture, out var messageId)
            || await chat.FindAsync(messageId, id, cancellationToken) is not { } row)
        {
            return LocalProblem.NotFound($"There is no message {press.MessageId} in this member's conversations.");
        }

        var offer = LocalOffer.Find(JsonSerializer.Deserialize(row.Body, ChatJson.Default.Message)!, press.ActionId, press.Value);
        if (offer is null)
            return LocalProblem.Bad($"Message {press.MessageId} offers no action {press.ActionId} with this value.");
        var conversation = row.IsDirect ? Conversation.With(id) : Conversation.InChannel(row.ConversationId);
        var pressed = new PressedAction(
            LocalChannel.ChannelName, EventId(id, press.EventId, clock), LocalWorkspace.Id, id, conversation,
            press.ActionId, offer.Value, press.Form ?? new Dictionary<string, string>(), press.MessageId);
        return await AnswerAsync(pressed, messageId, intake, chat, clock);
    }

    /// <summary>Handles what was said. The answers are kept even when the page has gone: the request's own token is not used.</summary>
    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> AnswerAsync(
        Incoming incoming, long? pressed, Intake intake, LocalChat chat, LocalClock clock)
    {
        if (await intake.HandleAsync(incoming) is not { Messages.Count: > 0 } reply)
            return TypedResults.Ok(new LocalMessages([]));
        var ephemeralFor = incoming.Conversation.IsDirect ? null : incoming.MemberId;
        var answers = await chat.PostAsync(
            incoming.Conversation, LocalWorkspace.BotId, ephemeralFor, reply.Messages, clock.Now, CancellationToken.None, pressed: pressed);
        return TypedResults.Ok(new LocalMessages([.. answers.Select(LocalMessageView.Of)]));
    }

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> ReadDirectAsync(
        string id, LocalChat chat, CancellationToken cancellationToken, string? after = null) =>
        Unknown(id, null) ?? await ReadAsync(Conversation.With(id), id, after, chat, cancellationToken);

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> ReadChannelAsync(
        string id, LocalChat chat, CancellationToken cancellationToken, string? member = null, string? after = null) =>
        Unknown(member, id) ?? await ReadAsync(Conversation.InChannel(id), member, after, chat, cancellationToken);

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> ReadAsync(
        Conversation conversation, string? memberId, string? after, LocalChat chat, CancellationToken cancellationToken)
    {
        long last = 0;
        if (after is not null && !long.TryParse(after, CultureInfo.InvariantCulture, out last))
            return LocalProblem.Bad("\"after\" must be the id of a message.");
        var rows = await chat.ReadAsync(conversation, memberId, last, cancellationToken);
        return TypedResults.Ok(new LocalMessages([.. rows.Select(LocalMessageView.Of)]));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        long id, string member, LocalChat chat, CancellationToken cancellationToken) =>
        await chat.FindAsync(id, member, cancellationToken) is { } row
            && JsonSerializer.Deserialize(row.Body, ChatJson.Default.Message)!.File is { } file
            ? TypedResults.File(file.Bytes, file.MediaType, file.Name)
            : LocalProblem.NotFound("There is no such file in this member's conversations.");

    private static async Task<Results<Ok<LocalTime>, ProblemHttpResult>> AdvanceAsync(
        LocalAdvance step, LocalClock clock, CancellationToken cancellationToken) =>
        LocalClock.Read(step.Advance) is { } by
            ? TypedResults.Ok(new LocalTime(await clock.AdvanceAsync(by, cancellationToken)))
            : LocalProblem.Bad("\"advance\" must be an ISO 8601 duration forward, such as P1D, P1W or P6W.");

    private static ProblemHttpResult? Unknown(string? memberId, string? channelId) =>
        memberId is not null && LocalWorkspace.People.All(person => person.Id != memberId)
            ? LocalProblem.NotFound($"There is no member {memberId}; GET /local/members lists them.")
            : channelId is not null && !LocalWorkspace.Channels.Contains(channelId)
                ? LocalProblem.NotFound($"There is no channel {channelId}; GET /local/channels lists them.")
                : null;

    private static string EventId(string memberId, string? given, LocalClock clock) =>
        $"{memberId}/{given ?? Guid.CreateVersion7(clock.Now).ToString()}";
}
