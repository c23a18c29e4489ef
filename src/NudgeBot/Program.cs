using NudgeBot.Channels.Local;
using NudgeBot.Channels.Slack;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Teams;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Install;
using NudgeBot.Circle;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Digests;
using NudgeBot.Home;
using NudgeBot.Hosting;
using NudgeBot.Hosting.Verbs;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Nudges.Sending;
using NudgeBot.People;
using NudgeBot.Portability;
using NudgeBot.Storage;
using NudgeBot.Storage.Secrets;
using NudgeBot.Workspaces;

return await CommandLine.RunAsync(args, Build, new SlackManifest(), new TeamsManifest());

static WebApplication Build(string[] settings)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddSources(settings);
    var local = LocalSwitch.IsOn(builder.Configuration, builder.Environment);

    builder.AddHosting();
    builder.Services.AddStorage(builder.Configuration);
    builder.Services.AddSecrets(builder.Configuration);
    builder.Services.AddWorkspaces();
    builder.Services.AddCommands();
    builder.Services.AddDelivery();
    builder.Services.AddMembers();
    builder.Services.AddPeople();
    builder.Services.AddLedger();
    builder.Services.AddCircle();
    builder.Services.AddNudges();
    builder.Services.AddDigests();
    builder.Services.AddPortability();
    builder.Services.AddHome();
    builder.Services.AddInbox();
    if (local)
        builder.Services.AddLocal();
    var slack = SlackSwitch.IsOn(builder.Configuration);
    if (slack)
        builder.Services.AddSlack();
    var teams = TeamsSwitch.IsOn(builder.Configuration);
    if (teams)
        builder.Services.AddTeams();

    var app = builder.Build();
    app.MapHosting();
    if (local)
    {
        app.UseLocalPage();
        app.MapLocal();
    }

    if (slack)
        app.MapSlack();
    if (teams)
        app.MapTeams();

    return app;
}
