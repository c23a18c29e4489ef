using NudgeBot.Channels.Local;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Hosting;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddEnvironmentVariables("NUDGEBOT_");

builder.Services.AddHosting();
builder.Services.AddStorage();
builder.Services.AddWorkspaces();
builder.Services.AddCommands();
builder.Services.AddDelivery();
builder.Services.AddMembers();
builder.Services.AddPeople();
builder.Services.AddLedger();
builder.Services.AddInbox();
builder.Services.AddLocal();

var app = builder.Build();
await app.PrepareAsync();
app.MapHosting();
app.UseLocalPage();
app.MapLocal();
await app.RunAsync();
