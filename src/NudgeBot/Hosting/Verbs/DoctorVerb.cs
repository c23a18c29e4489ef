using System.CommandLine;
using NudgeBot.Hosting.Examination;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>doctor</c>: looks at everything that can be wrong with an installation, and says what to do about each fault.</summary>
internal sealed class DoctorVerb : Command
{
    private DoctorVerb()
        : base("doctor", """
            Look at the settings, the database, the clock and the deliveries, and say what to do about each fault. Exits with 1 on a fault.
            Example: dotnet run --project src/NudgeBot -- doctor --json
            """)
    {
    }

    public static Command Create(Func<string[], WebApplication> build)
    {
        var json = Verb.Json();
        var command = new DoctorVerb { json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            var findings = await Doctor.ExamineAsync(services, cancellationToken);
            parse.Say(parse.GetValue(json) ? Doctor.AsJson(findings) : string.Join('\n', findings.Select(finding => finding.Line)));
            return findings.Any(finding => finding.IsFault) ? 1 : 0;
        });
        return command;
    }
}
