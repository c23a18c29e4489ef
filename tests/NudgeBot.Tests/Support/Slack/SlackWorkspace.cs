namespace NudgeBot.Tests.Support.Slack;

/// <summary>A workspace, alone or within an Enterprise Grid organisation.</summary>
internal sealed class SlackWorkspace
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Domain => Name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>The organisation's id (E…), or null.</summary>
    public string? EnterpriseId { get; init; }

    public string? EnterpriseName { get; init; }
}
