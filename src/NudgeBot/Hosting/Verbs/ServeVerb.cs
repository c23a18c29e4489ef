using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NudgeBot.Channels.Local;
using NudgeBot.Hosting.Settings;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>serve</c>: brings the database up to date and answers until it is stopped. What happens without any command, too.</summary>
internal static partial class ServeVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var command = new Command("serve", """
            Serve until stopped with Ctrl+C; this is what happens without a command, too. Makes data/nudgebot.db if it is not there.
            Example: dotnet run --project src/NudgeBot -- serve --urls http://localhost:8080
            """);
        Configure(command, build);
        return command;
    }

    public static void Configure(Command command, Func<string[], WebApplication> build) => command.Use(build, ServeAsync);

    private static async Task<int> ServeAsync(WebApplication app, ParseResult parse, CancellationToken cancellationToken)
    {
        foreach (var warning in SettingsCheck.Run(app.Services).Warnings)
            SettingIgnored(app.Logger, warning);
        // The in-memory server of tests has no addresses.
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        if (addresses is not null && Listening.Taken(app.Configuration["urls"]) is { } taken)
            return parse.Fail($"Another program listens at {taken}. Stop it, or choose another address, such as --urls http://localhost:5081.");
        if (await app.PrepareAsync(cancellationToken) is { } refusal)
            return parse.Fail(refusal);
        app.Lifetime.ApplicationStarted.Register(() => parse.Say(Welcome(app.Services, addresses?.Addresses.FirstOrDefault())));
        await app.RunAsync();
        return 0;
    }

    private static string Welcome(IServiceProvider services, string? address) =>
        services.GetService<LocalChat>() is null
            ? $"NudgeBot serves at {address}. The local page is off."
            : $"NudgeBot is ready: open {Visitable(address)} in a browser.";

    /// <summary>The address as somebody at this machine can open it: a server that listens everywhere names no host.</summary>
    private static string? Visitable(string? address) =>
        address?.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private static partial void SettingIgnored(ILogger logger, string warning);
}
