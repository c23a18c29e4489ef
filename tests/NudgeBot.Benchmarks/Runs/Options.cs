using System.Globalization;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The words behind a run's name: <c>--kills 20 --faults</c>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> given = [];

    public static Options Read(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var at = 0; at < arguments.Count; at++)
        {
            var value = at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[at + 1] : "";
            options.given[arguments[at].TrimStart('-')] = value;
            at += value.Length > 0 ? 1 : 0;
        }

        return options;
    }

    /// <summary>The first word that is none of these; null where all are known.</summary>
    public string? Stranger(params IEnumerable<string> known) => given.Keys.Except(known).FirstOrDefault();

    public bool Has(string name) => given.ContainsKey(name);

    public string? Text(string name) => given.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
