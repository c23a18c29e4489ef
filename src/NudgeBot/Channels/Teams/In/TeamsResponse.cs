using System.Text.Json.Nodes;

namespace NudgeBot.Channels.Teams.In;

/// <summary>How a request is answered: a status, and for an invoke its body.</summary>
internal sealed record TeamsResponse(int Status, JsonObject? Body = null)
{
    /// <summary>Taken.</summary>
    public static TeamsResponse Taken { get; } = new(StatusCodes.Status200OK);

    /// <summary>The payload makes no sense: nothing was stored.</summary>
    public static TeamsResponse Broken { get; } = new(StatusCodes.Status400BadRequest);

    /// <summary>An invoke that NudgeBot has nothing for.</summary>
    public static TeamsResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>Nothing was kept in time; Teams or the person tries again.</summary>
    public static TeamsResponse Busy { get; } = new(StatusCodes.Status503ServiceUnavailable);

    public static TeamsResponse Of(JsonObject body) => new(StatusCodes.Status200OK, body);
}
