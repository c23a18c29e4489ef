namespace NudgeBot.Storage;

/// <summary>
/// For whom the database is being asked, for the length of one scope. While nobody is set, rows that belong to a workspace or
/// a member are invisible: forgetting to say who is asking shows nothing instead of everything.
/// </summary>
internal sealed class Owner
{
    public string? WorkspaceId { get; private set; }

    /// <summary>The member, or an empty text for the workspace itself (its channels' posts).</summary>
    public string? MemberId { get; private set; }

    /// <summary>Says who is asking; once for a scope.</summary>
    /// <exception cref="InvalidOperationException">Somebody else was set before in this scope.</exception>
    public void Become(string workspaceId, string memberId)
    {
        if (WorkspaceId is not null && (WorkspaceId != workspaceId || MemberId != memberId))
            throw new InvalidOperationException("A scope serves one member of one workspace; open a scope for another one.");
        (WorkspaceId, MemberId) = (workspaceId, memberId);
    }
}
