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

    private const int LongestEventId = 200;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLocal()
        {
            var local = routes.MapGroup("/local").AddEndpointFilter<LocalGate>().WithTags("local")
                .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
            local.MapGet("/members", LocalMembersEndpoint.ListAsync).WithSummary("The members of the built-in workspace");
            local.MapGet("/channels", ListChannels).WithSummary("Its channels");
            local.MapPost("/members/{id}/messages", SayAsync).WithSummary("Types a line as a member")
                .WithDescription("Returns the answers. They are empty where the answer takes longer than two seconds and follows as a message of its own. Repeated with the same eventId it changes nothing and returns the same answers.");
            local.MapGet("/members/{id}/messages", ReadDirectAsync).WithSummary("A member's direct chat with NudgeBot")
                .WithDescription("Oldest first; \"after\" is the id of the last message that is known already.");
            local.MapGet("/channels/{id}/messages", ReadChannelAsync).WithSummary("A channel as a member sees it")
                .WithDescription("Oldest first, with the answers that only this member sees; \"after\" is the id of the last message that is known already.");
            local.MapPost("/members/{id}/actions", PressAsync).WithSummary("Presses a button or sends a form as a member")
                .WithDescription("The message must offer the action. \"value\" is needed where several of its buttons have the same action; \"form\" holds the fields by their ids. Repeated with the same eventId it changes nothing and returns the same answers.");
            local.MapGet("/members/{id}/persons", LocalPersonsEndpoint.FindAsync).WithSummary("Whom a member may mean by the beginning of a name")
                .WithDescription("Up to 20, their own persons first. The value is what a form's person field takes; any other name may be sent as well.");
            local.MapGet("/members/{id}/stream", LocalStreamEndpoint.StreamAsync).WithSummary("What happens, as server-sent events")
                .WithDescription("Events \"message\" and \"clock\". With the header Last-Event-ID first what was missed.");
            local.MapGet("/members/{id}/circle", LocalCircleEndpoint.ReadAsync).WithSummary("A member's own circle and what happened with each over time");
            local.MapGet("/files/{id}", DownloadAsync).WithSummary("A file that a message brought")
                .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
            local.MapGet("/clock", (LocalClock clock) => new LocalTime(clock.Now)).WithSummary("The workspace's time");
            local.MapPost("/clock", AdvanceAsync).WithSummary("Moves the workspace's time forward")
                .WithDescription("\"advance\" is an ISO 8601 duration such as P6W; what falls due on the way happens in order.");
            local.MapPost("/sample", LocalSampleEndpoint.LayAsync).WithSummary("Lays ten years of sample history").ProducesProblem(StatusCodes.Status409Conflict);
        }
    }

    private static Ok<IReadOnlyList<LocalChannelView>> ListChannels() =>
        TypedResults.Ok<IReadOnlyList<LocalChannelView>>([.. LocalWorkspace.Channels.Select(channel => new LocalChannelView(channel, channel))]);

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> SayAsync(
        string id, LocalLine line, Intake intake, LocalChat chat, LocalClock clock, CancellationToken cancellationToken)
    {
        if ((Unknown(id, line.Channel) ?? TooLong(line.EventId)) is { } problem)
            return problem;
        if (line.Text.Length > LongestLine)
            return LocalProblem.Bad($"A line may have at most {LongestLine} characters; this one has {line.Text.Length}.");
        var conversation = line.Channel is { } channel ? Conversation.InChannel(channel) : Conversation.With(id);
        var typed = new TypedCommand(LocalChannel.ChannelName, EventId(id, line.EventId, clock), LocalWorkspace.Id, id, conversation, line.Command);
        await chat.PostAsync(
            conversation, id, conversation.IsDirect ? null : id, [new Message(line.Text)], clock.Now, cancellationToken, eventId: typed.EventId);
        return await AnswerAsync(typed, null, intake, chat, clock);
    }

    private static async Task<Results<Ok<LocalMessages>, ProblemHttpResult>> PressAsync(
        string id, LocalPress press, Intake intake, LocalChat chat, LocalClock clock, CancellationToken cancellationToken)
    {
        if ((Unknown(id, null) ?? TooLong(press.EventId)) is { } problem)
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
        var receipt = await intake.HandleAsync(incoming);
        if (!receipt.Accepted)
            return LocalProblem.Overloaded();
        if (receipt.Reply is not { Messages.Count: > 0 } reply)
            return TypedResults.Ok(new LocalMessages([]));
        var ephemeralFor = incoming.Conversation.IsDirect ? null : incoming.MemberId;
        var answers = await chat.PostAsync(
            incoming.Conversation, LocalWorkspace.BotId, ephemeralFor, reply.Messages, clock.Now, CancellationToken.None, pressed: pressed, eventId: incoming.EventId);
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
        LocalClock.Read(step.Advance) is not { } by
            ? LocalProblem.Bad("\"advance\" must be an ISO 8601 duration forward, such as P1D, P1W or P6W.")
            : await clock.AdvanceAsync(by, cancellationToken) is { } now
                ? TypedResults.Ok(new LocalTime(now))
                : LocalProblem.Busy("Another process serves this workspace. Stop it, or try again when it has been off for half a minute.");

    private static ProblemHttpResult? Unknown(string? memberId, string? channelId) =>
        memberId is not null && LocalWorkspace.People.All(person => person.Id != memberId)
            ? LocalProblem.NotFound($"There is no member {memberId}; GET /local/members lists them.")
            : channelId is not null && !LocalWorkspace.Channels.Contains(channelId)
                ? LocalProblem.NotFound($"There is no channel {channelId}; GET /local/channels lists them.")
                : null;

    private static ProblemHttpResult? TooLong(string? eventId) =>
        eventId is { Length: > LongestEventId } ? LocalProblem.Bad($"\"eventId\" may have at most {LongestEventId} characters.") : null;

    private static string EventId(string memberId, string? given, LocalClock clock) =>
        $"{memberId}/{given ?? Guid.CreateVersion7(clock.Now).ToString()}";
}
