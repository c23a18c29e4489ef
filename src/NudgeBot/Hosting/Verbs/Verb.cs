using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using NudgeBot.Commands.Grammar;
using NudgeBot.Hosting.Settings;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Verbs;

/// <summary>What the commands of the command line have in common: settings among their words, and faults told in a line.</summary>
internal static class Verb
{
    /// <summary>A tool's own lines stay readable, and what a script reads stays clean: the log holds warnings and goes to standard error.</summary>
    private static readonly string[] Quiet =
    [
        "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:Console:LogToStandardErrorThreshold=Trace",
    ];

    /// <summary>The switch of commands whose output a script would read.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write the outcome as JSON" };

    /// <summary>Lets the command work on the program's services without starting it, once the settings are sound.</summary>
    public static void UseServices(
        this Command command, Func<string[], WebApplication> build, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work) =>
        command.Use(settings => build([.. Quiet, .. settings]), (app, parse, cancellationToken) => work(app.Services, parse, cancellationToken));

    /// <summary>Builds the program from the settings among the words and does the work with it. Expected faults end with 1 and a plain word.</summary>
    public static void Use(
        this Command command, Func<string[], WebApplication> build, Func<WebApplication, ParseResult, CancellationToken, Task<int>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (Stray(parse.UnmatchedTokens) is { } stray)
                return parse.Fail(Unknown(stray, parse));
            try
            {
                await using var app = build([.. parse.UnmatchedTokens]);
                var report = SettingsCheck.Run(app.Services);
                return report.Faults.Count > 0 && command is not DoctorVerb
                    ? parse.Fail($"The settings need a correction:{string.Concat(report.Faults.Select(fault => $"\n  {fault}"))}\nThey are read from {AppContext.BaseDirectory}appsettings.json, the environment and the command line.")
                    : await work(app, parse, cancellationToken);
            }
            catch (DbException error) when (StorageFault.IsDamage(error))
            {
                return parse.Fail($"The database is damaged: {error.Message}\nStop every program that uses it, and put the latest backup in its place with \"restore FILE\"; the damaged file is kept beside it.");
            }
            catch (DbException error)
            {
                return parse.Fail($"The database cannot be used: {error.Message}\nRun \"doctor\" to see what is wrong.");
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                return parse.Fail(error.InnerException is JsonException json ? $"{error.Message} {json.Message}" : error.Message);
            }
        });
    }

    /// <summary>Says on standard error what stood in the way.</summary>
    public static int Fail(this ParseResult parse, string what)
    {
        parse.InvocationConfiguration.Error.WriteLine(what);
        return 1;
    }

    public static int Say(this ParseResult parse, string line)
    {
        parse.InvocationConfiguration.Output.WriteLine(line);
        return 0;
    }

    private static string Unknown(string word, ParseResult parse) =>
        Nearest.To(word, [.. parse.RootCommandResult.Command.Subcommands.Select(command => command.Name)]) is { } near
            ? $"There is no command \"{word}\"; did you mean {near}? --help lists them all."
            : $"\"{word}\" is neither a command nor a setting. --help lists the commands; settings are written as --Name:Of:It value.";

    /// <summary>The first word that is neither a setting nor a setting's value.</summary>
    private static string? Stray(IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (!words[index].StartsWith("--", StringComparison.Ordinal))
                return words[index];
            if (!words[index].Contains('=', StringComparison.Ordinal))
                index++;
        }

        return null;
    }
}
