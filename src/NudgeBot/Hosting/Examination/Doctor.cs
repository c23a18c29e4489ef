using System.Data.Common;
using System.Text.Json.Nodes;
using NudgeBot.Channels;
using NudgeBot.Hosting.Settings;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Examination;

/// <summary>Examines an installation from the outside in: settings, machine, database, and what is waiting in it. Changes nothing.</summary>
internal static class Doctor
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = SettingsCheck.Run(services);
        List<Finding> findings =
        [
            .. settings.Faults.Select(fault => new Finding("settings", fault, $"Correct it in {AppContext.BaseDirectory}appsettings.json, the environment or the command line.")),
            .. settings.Warnings.Select(warning => new Finding("settings", warning)),
        ];
        if (findings.Count == 0)
            findings.Add(new("settings", "all understood"));
        findings.AddRange(MachineExamination.Examine(services.GetRequiredService<TimeProvider>()));
        if (settings.Faults.Count > 0)
            return findings;

        if (services.GetService<SqliteFile>() is { Exists: false } file)
            return [.. findings, new("database", $"none yet at {file.Path}; the first start makes it")];
        try
        {
            findings.AddRange(await DatabaseExamination.ExamineAsync(services, cancellationToken));
            if (findings.Any(finding => finding is { About: "database", IsFault: true }))
                return findings;
            findings.AddRange(await WorkExamination.ExamineAsync(services, cancellationToken));
            foreach (var platform in services.GetServices<IExamination>())
                findings.AddRange(await platform.ExamineAsync(cancellationToken));
        }
        catch (DbException error)
        {
            findings.Add(DatabaseExamination.Unusable(services, error));
        }

        return findings;
    }

    public static string AsJson(IReadOnlyList<Finding> findings) =>
        new JsonObject
        {
            ["ok"] = !findings.Any(finding => finding.IsFault),
            ["findings"] = new JsonArray([.. findings.Select(finding => new JsonObject
            {
                ["about"] = finding.About,
                ["ok"] = !finding.IsFault,
                ["found"] = finding.Found,
                ["next"] = finding.Next,
            })]),
        }.ToJsonString();
}
