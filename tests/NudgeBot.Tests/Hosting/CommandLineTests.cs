using System.Net.Http.Json;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Hosting;

/// <summary>The program as a person starts it: a process of its own in a folder of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_command_it_serves_where_the_environment_says_and_makes_the_database_in_the_working_directory()
    {
        var address = $"http://127.0.0.1:{TestProgram.FreePort()}";

        using var server = await TestProgram.ServeAsync(folder, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address });

        Assert.Equal($"NudgeBot is ready: open {address} in a browser.", server.Welcome);
        Assert.True(File.Exists(folder.File("data/nudgebot.db")));
    }

    [Fact]
    public async Task A_backup_of_a_running_server_is_restored_after_it_stopped()
    {
        var environment = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}" };
        TestProgram.Outcome saved, refused;
        using (var server = await TestProgram.ServeAsync(folder, environment))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            await http.PostAsJsonAsync("/local/members/ana/messages", new { text = "met bob about the backup" });
            saved = await TestProgram.RunAsync(folder, "backup", "copy.db", "--json");
            refused = await TestProgram.RunAsync(folder, "restore", "copy.db");
        }

        var restored = await TestProgram.RunAsync(folder, "restore", "copy.db");

        Assert.Equal(0, saved.Code);
        Assert.Equal(new FileInfo(folder.File("copy.db")).Length, JsonDocument.Parse(saved.Output).RootElement.GetProperty("bytes").GetInt64());
        Assert.Equal(1, refused.Code);
        Assert.Contains("Stop it first", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, restored.Code);
        Assert.Single(Directory.GetFiles(folder.File("data"), "nudgebot.db.replaced-*"));
        using var again = await TestProgram.ServeAsync(folder, environment);
        using var client = new HttpClient { BaseAddress = again.Address };
        Assert.Contains("about the backup", await client.GetStringAsync("/local/members/ana/messages"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nudgebot.db-wal")]
    [InlineData("nudgebot.db")]
    [InlineData("")]
    public async Task A_backup_takes_the_place_of_a_damaged_database_whatever_of_it_is_lost_and_the_rest_is_kept(string lost)
    {
        var environment = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}" };
        using (var server = await TestProgram.ServeAsync(folder, environment))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            await http.PostAsJsonAsync("/local/members/ana/messages", new { text = "met bob about the backup" });
            await TestProgram.RunAsync(folder, "backup", "copy.db");
            await http.PostAsJsonAsync("/local/members/ana/messages", new { text = "met bob about what came later" });
        }

        await File.WriteAllTextAsync(folder.File("data/nudgebot.db"), new string('x', 10_000));
        if (lost.Length > 0)
            File.Delete(folder.File($"data/{lost}"));

        var restored = await TestProgram.RunAsync(folder, "restore", "copy.db");

        Assert.Equal((0, ""), (restored.Code, restored.Errors));
        Assert.NotEmpty(Directory.GetFiles(folder.File("data"), "nudgebot.db.replaced-*"));
        Assert.Empty(Directory.GetFiles(folder.File("data"), "nudgebot.db-*"));
        using var again = await TestProgram.ServeAsync(folder, environment);
        using var client = new HttpClient { BaseAddress = again.Address };
        var chat = await client.GetStringAsync("/local/members/ana/messages");
        Assert.Contains("about the backup", chat, StringComparison.Ordinal);
        Assert.DoesNotContain("what came later", chat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task A_file_that_is_no_database_any_more_is_told_with_the_way_back_to_the_latest_backup(string command)
    {
        Directory.CreateDirectory(folder.File("data"));
        await File.WriteAllTextAsync(folder.File("data/nudgebot.db"), new string('x', 10_000));

        var outcome = await TestProgram.RunAsync(folder, command, "--urls", $"http://127.0.0.1:{TestProgram.FreePort()}");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("The database is damaged", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("restore FILE", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_file_is_refused_with_a_clear_word()
    {
        using var server = await TestProgram.ServeAsync(folder, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}" });

        var second = await TestProgram.RunAsync(folder, "serve", "--urls", $"http://127.0.0.1:{TestProgram.FreePort()}");

        Assert.Equal(1, second.Code);
        Assert.Contains("Another NudgeBot serves", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_tells_what_the_next_nudge_would_say()
    {
        TestProgram.Outcome known;
        using (var server = await TestProgram.ServeAsync(folder, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}" }))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            await http.PostAsJsonAsync("/local/members/ana/messages", new { text = "choose \"Grace Hopper\" every 6 weeks because she asks why" });
            await http.PostAsJsonAsync("/local/members/ana/messages", new { text = "nudges on" });
            var later = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddDays(100);
            known = await TestProgram.RunAsync(folder, "preview", "--workspace", "local", "--member", "ana", "--at", later.ToString("O"));
        }

        var unknown = await TestProgram.RunAsync(folder, "preview", "--workspace", "local", "--member", "zoe");

        Assert.Contains("Grace Hopper", known.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (known.Code, unknown.Code));
        Assert.StartsWith("There is no member zoe", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_a_way_out()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        var outcome = await TestProgram.RunAsync(folder, "--urls", $"http://{listener.LocalEndpoint}");

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith($"Another program listens at http://{listener.LocalEndpoint}.", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task Where_a_platform_is_configured_nothing_answers_at_the_local_addresses()
    {
        using var server = await TestProgram.ServeAsync(folder, new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}",
            ["Slack__SigningSecret"] = "secret",
            ["Slack__BotToken"] = "xoxb-1",
            // Nobody listens there: it starts all the same.
            ["Slack__ApiUrl"] = "http://127.0.0.1:1/api/",
        });
        using var http = new HttpClient { BaseAddress = server.Address };

        var codes = new[] { await http.GetAsync("/"), await http.GetAsync("/main.js"), await http.GetAsync("/local/members") };

        Assert.All(codes, response => Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode));
        Assert.EndsWith("The local page is off.", server.Welcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once_without_a_stack_trace()
    {
        var outcome = await TestProgram.RunAsync(
            folder, new Dictionary<string, string> { ["Storage__Provider"] = "Paper", ["NUDGEBOT_Local__AllowRemote"] = "perhaps" },
            "--Retention:InboxDays=0", "--Storage:ConnectionString=nonsense");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("\n  Storage:Provider must be Sqlite or PostgreSql.", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Storage:ConnectionString", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Local:AllowRemote is \"perhaps\", but must be true or false.", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Retention:InboxDays is 0, but must be 1 to 36500 days.", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_what_is_wrong_and_what_to_do()
    {
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "migrate")).Code);
        var healthy = await TestProgram.RunAsync(folder, "doctor", "--json");
        await File.WriteAllTextAsync(folder.File("data/nudgebot.db"), "Not a database at all, but long enough to be looked at.");

        var ill = await TestProgram.RunAsync(folder, "doctor");

        Assert.Equal(0, healthy.Code);
        Assert.True(JsonDocument.Parse(healthy.Output).RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(1, ill.Code);
        Assert.Contains("FAULT  database", ill.Output, StringComparison.Ordinal);
        Assert.Contains("Next: ", ill.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_answers_each_question_from_what_came_before_it()
    {
        await File.WriteAllLinesAsync(folder.File("events.csv"), ["unix_seconds,from,to", "1000,1,2", "2000,1,3"]);
        await File.WriteAllLinesAsync(folder.File("questions.csv"), ["id,unix_seconds,ego,candidates", "7,9000000,1,2;3"]);

        var outcome = await TestProgram.RunAsync(folder, "rank", "--events", "events.csv", "--questions", "questions.csv");
        var wrong = await TestProgram.RunAsync(folder, "rank", "--events", "questions.csv", "--questions", "events.csv");

        Assert.Equal(0, outcome.Code);
        Assert.Matches("^id,candidates\\s+7,(2;3|3;2)\\s+$", outcome.Output);
        Assert.Equal(1, wrong.Code);
        Assert.NotEmpty(wrong.Errors);
    }

    [Theory]
    // A word that is no command, one that is nearly one, and a file that is none.
    [InlineData("bakcup")]
    [InlineData("serve", "now")]
    [InlineData("restore", "missing.db")]
    [InlineData("backup", "copy.db")]
    public async Task What_cannot_be_done_ends_with_one_and_changes_nothing(params string[] words)
    {
        var outcome = await TestProgram.RunAsync(folder, words);

        Assert.Equal(1, outcome.Code);
        Assert.NotEmpty(outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.db", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("migrate")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("restored")]
    [InlineData("rank")]
    public async Task Help_gives_an_example(string command)
    {
        var outcome = await TestProgram.RunAsync(folder, command, "--help");

        Assert.Equal(0, outcome.Code);
        Assert.Contains($"Example: dotnet run --project src/NudgeBot -- {command}", outcome.Output, StringComparison.Ordinal);
    }
}
