using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack;

/// <summary>To which tenant somebody belongs: shared channels and organisations.</summary>
public sealed class SlackPlaceTests
{
    [Fact]
    public async Task A_guest_in_a_shared_channel_stays_outside()
    {
        await using var running = await SlackBot.StartAsync();
        var (slack, me) = (running.Slack, running.Slack.Installation.BotUserId);
        Share(slack);

        for (var time = 0; time < 3; time++)
            await slack.EventAsync("U9", new() { ["type"] = "app_mention", ["channel"] = "C5", ["user"] = "U9", ["team"] = "T0GUEST", ["text"] = $"<@{me}> helped <@U2> with it", ["ts"] = $"1.{time}" });

        Assert.Equal((0, 0), (await running.CountAsync<Member>("U9"), await running.CountAsync<Entry>("U9")));
        Assert.Null(await running.AccountAsync("U9"));
        Assert.Contains("another one", Assert.Single(slack.Ephemerals("U9")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob", slack.Ephemerals("U9")[0].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_found_out_where_Slack_does_not_say_whose_they_are()
    {
        await using var running = await SlackBot.StartAsync();
        Share(running.Slack);

        await running.Slack.EventAsync("U9", new() { ["type"] = "app_mention", ["channel"] = "C5", ["user"] = "U9", ["text"] = "help", ["ts"] = "1.1" });

        Assert.Equal(0, await running.CountAsync<Member>("U9"));
        Assert.Null(await running.AccountAsync("U9"));
    }

    [Fact]
    public async Task A_guest_can_be_remembered_by_name()
    {
        await using var running = await SlackBot.StartAsync();
        Share(running.Slack);

        var answer = await running.AnswerAsync("U1", "helped <@U9> with the deck", "C5");

        Assert.Contains("Zoe", answer, StringComparison.Ordinal);
        Assert.Null(await running.AccountAsync("U9"));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task An_organisation_is_one_tenant()
    {
        await using var running = await SlackBot.StartAsync(options => options.WithWorkspace = false);
        var slack = running.Slack;
        var (one, two) = (slack.AddWorkspace("T1", "One", "E1", "Org"), slack.AddWorkspace("T2", "Two", "E1", "Org"));
        slack.AddUser("W1", "ana", one);
        slack.AddUser("W2", "bob", two);
        await running.InstallAsync(slack.InstallOrg("E1", "Org", "W1", one, two));
        slack.AddChannel("C7", "everywhere", bot: true, one, members: ["W1", "W2"]);

        await running.AnswerAsync("W1", "helped <@W2> with the deck", "C7");
        await running.AnswerAsync("W2", "helped <@W1> with the plan", "C7");
        var confirmation = slack.Ephemerals("W1")[0];
        await slack.PressAsync("W1", confirmation, confirmation.ActionIds.First(id => id.StartsWith("undo", StringComparison.Ordinal)));

        Assert.Equal((0, 1), (await running.CountAsync<Entry>("W1", "E1"), await running.CountAsync<Entry>("W2", "E1")));
    }

    public static TheoryData<string, string> OrganisationPayloads => new()
    {
        { "a command with its boolean as a word", """command=/nudge&text=helped+Zoe+with+it&team_id=T1&enterprise_id=E1&is_enterprise_install=true&channel_id=C7&user_id=W1&trigger_id=1.2.a""" },
        { "a form of an organisation without a team", """payload={"type":"view_submission","team":null,"enterprise":{"id":"E1"},"is_enterprise_install":true,"user":{"id":"W1","team_id":"T1"},"trigger_id":"1.2.b","view":VIEW}""" },
        { "a form that names where the app is installed", """payload={"type":"view_submission","team":{"id":"T0ELSEWHERE"},"is_enterprise_install":"true","user":{"id":"W1","team_id":"T1"},"trigger_id":"1.2.c","view":VIEW,"enterprise":null}""" },
        { "an event that happened elsewhere", """{"type":"event_callback","event_id":"Ev1","team_id":"T0ELSEWHERE","context_team_id":"T1","context_enterprise_id":"E1","event":{"type":"message","channel":"D1","user":"W1","user_team":"T1","text":"helped Zoe with it","ts":"1.2"}}""" },
        { "an event with its authorization", """{"type":"event_callback","event_id":"Ev2","team_id":"T2","authorizations":[{"enterprise_id":"E1","team_id":null,"is_enterprise_install":true}],"event":{"type":"message","channel":"D1","user":"W1","user_team":"E1","text":"helped Zoe with it","ts":"1.2"}}""" },
    };

    [Theory]
    [MemberData(nameof(OrganisationPayloads))]
    public async Task Every_shape_of_an_organisations_requests_finds_its_one_tenant(string what, string body)
    {
        const string view = """{"type":"modal","callback_id":"log.form","app_installed_team_id":"E1","private_metadata":"","blocks":[],"state":{"values":{"who":{"person":{"type":"external_select","selected_option":{"value":"\"Zoe\""}}},"direction":{"input":{"type":"radio_buttons","selected_option":{"value":"helped"}}},"text":{"input":{"type":"plain_text_input","value":"it"}}}}}""";
        await using var running = await SlackBot.StartAsync(options => options.WithWorkspace = false);
        var slack = running.Slack;
        var one = slack.AddWorkspace("T1", "One", "E1", "Org");
        slack.AddUser("W1", "ana", one);
        await running.InstallAsync(slack.InstallOrg("E1", "Org", "W1", one));

        var payload = body.Replace("VIEW", view, StringComparison.Ordinal);
        var (status, _) = payload.StartsWith('{')
            ? await running.PostAsync("application/json", payload)
            : await running.PostAsync("application/x-www-form-urlencoded", payload.StartsWith("payload=", StringComparison.Ordinal) ? "payload=" + Uri.EscapeDataString(payload["payload=".Length..]) : payload);
        await running.Bot.RunDueAsync();

        Assert.True((status, await running.CountAsync<Entry>("W1", "E1")) == (200, 1), what);
    }

    private static void Share(FakeSlack slack)
    {
        var guests = slack.AddWorkspace("T0GUEST", "Guests");
        slack.AddUser("U9", "zoe", guests);
        slack.AddChannel("C5", "shared", members: ["U1", "U2", "U9"]).SharedWith.Add(guests);
    }
}
