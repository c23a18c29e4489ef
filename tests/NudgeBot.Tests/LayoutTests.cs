using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NudgeBot.Tests;

/// <summary>The rules of the house, read from the sources: who may use whom, and what may stand where.</summary>
public sealed partial class LayoutTests
{
    /// <summary>The folders in their order; each may use only those before it.</summary>
    private static readonly string[] Order =
    [
        "Chat", "Storage", "Workspaces", "Delivery", "Commands", "Members", "People", "Ledger", "Circle", "Nudges", "Digests", "Portability",
        "Home", "Inbox", "Channels", "Hosting",
    ];

    private static readonly string Source = Path.Combine(Root(), "src", "NudgeBot");

    public static TheoryData<string, string> ForbiddenArrows
    {
        get
        {
            var rows = new TheoryData<string, string> { { "Commands", "Storage" } };
            foreach (var (at, from) in Order.Index())
            {
                foreach (var to in from is "Storage" ? Order.Where(other => other != from) : Order.Skip(at + 1))
                    rows.Add(from, to);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(ForbiddenArrows))]
    public void A_folder_uses_only_those_before_it(string from, string to)
    {
        var uses = Files(from).Where(file => file.Code.Contains($"using NudgeBot.{to};", StringComparison.Ordinal) || file.Code.Contains($"using NudgeBot.{to}.", StringComparison.Ordinal));

        Assert.Empty(uses.Select(file => file.Name));
    }

    [Theory]
    [InlineData("Chat")]
    [InlineData("Commands")]
    public void The_database_library_is_not_named_in(string folder) =>
        Assert.Empty(Files(folder).Where(file => file.Code.Contains("EntityFrameworkCore", StringComparison.Ordinal)).Select(file => file.Name));

    [Theory]
    [InlineData("Slack")]
    [InlineData("Teams")]
    public void A_platform_is_named_only_by_its_adapter(string platform)
    {
        var named = Files("").Where(file => !file.Name.StartsWith("Channels/", StringComparison.Ordinal) && file.Name != "Program.cs")
            .Where(file => Regex.IsMatch(Comments().Replace(file.Code, ""), $@"\b{platform}"));

        Assert.Empty(named.Select(file => file.Name));
    }

    [Fact]
    public void No_file_is_long() =>
        Assert.Empty(Files("").Where(file => file.Code.Count(character => character == '\n') > 250).Select(file => file.Name));

    /// <summary>What works across members: durability, and a few classes that return only numbers, settle consent or erase.</summary>
    [Fact]
    public void The_ownership_filter_is_switched_off_only_where_listed()
    {
        string[] allowed =
        [
            "Delivery/", "Storage/",
            "Channels/Slack/Install/SlackTenants.cs", "Channels/Teams/Install/TeamsHeard.cs",
            "Digests/HelpedTies.cs", "Digests/WaitingCount.cs",
            "Hosting/Retention/Pruning.cs", "Hosting/Retention/RemovedWorkspaces.cs",
            "Inbox/InboxForgets.cs",
            "Portability/Erasure.cs", "Portability/OthersMemory.cs",
        ];

        var elsewhere = Files("").Where(file => file.Code.Contains(".IgnoreQueryFilters(", StringComparison.Ordinal))
            .Where(file => !allowed.Any(start => file.Name.StartsWith(start, StringComparison.Ordinal))).Select(file => file.Name);

        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("TimeZoneInfo.Local")]
    public void The_machines_own_time_is_not_asked(string member) =>
        Assert.Empty(Files("").Where(file => file.Code.Contains(member, StringComparison.Ordinal)).Select(file => file.Name));

    private static IEnumerable<(string Name, string Code)> Files(string folder)
    {
        var start = Path.Combine(Source, folder);
        return !Directory.Exists(start)
            ? []
            : from path in Directory.EnumerateFiles(start, "*.cs", SearchOption.AllDirectories)
              let name = Path.GetRelativePath(Source, path).Replace('\\', '/')
              where !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal)
                && !name.Contains("/Migrations/", StringComparison.Ordinal)
              select (name, File.ReadAllText(path));
    }

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
