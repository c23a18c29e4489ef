namespace NudgeBot.Storage;

/// <summary>A row of one workspace. Its key begins with the workspace, so that a tenant is one key range.</summary>
internal interface ITenantOwned
{
    string WorkspaceId { get; }
}

/// <summary>A row that belongs to one member and that nobody else can read.</summary>
internal interface IMemberOwned : ITenantOwned
{
    string MemberId { get; }
}

/// <summary>
/// A row that one member wrote for another: an ask shown to an associate, a message to deliver. Both of them reach it,
/// and it is the only kind of row that a member can write for somebody else.
/// </summary>
internal interface ILetter : IMemberOwned
{
    string FromMemberId { get; }
}
