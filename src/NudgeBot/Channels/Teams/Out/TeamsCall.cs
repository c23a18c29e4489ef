using System.Text.Json.Nodes;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>One call to the connector.</summary>
/// <param name="What">Names it in measurements and errors, such as send.</param>
/// <param name="Method">How.</param>
/// <param name="ServiceUrl">Where Teams says that this conversation is.</param>
/// <param name="Path">Below it, with ids escaped.</param>
/// <param name="WorkspaceId">The tenant, of whose limits it takes.</param>
/// <param name="ConversationId">The conversation, of whose limits it takes.</param>
/// <param name="Body">What is sent; null for reading.</param>
internal sealed record TeamsCall(string What, HttpMethod Method, string ServiceUrl, string Path, string WorkspaceId, string ConversationId, JsonObject? Body = null)
{
    /// <summary>Whether doing it twice leaves two of it: a new message, but not the personal chat that there is once.</summary>
    public bool MakesAnother => Method == HttpMethod.Post && What is not "open";

    public Uri Address => new($"{ServiceUrl.TrimEnd('/')}/{Path}");
}
