using System.CommandLine;

namespace NudgeBot.Channels;

/// <summary>
/// What a platform is given to make NudgeBot an app there. Written before all is configured, since the app's ids and secrets come of it.
/// </summary>
internal interface IAppManifest
{
    /// <summary>The platform, as the command line names it.</summary>
    string Name { get; }

    /// <summary>What the command line can be told for this platform alone.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>The file that it is written to where none is named; null where it is text that can be shown.</summary>
    string? FileName { get; }

    /// <summary>Writes the file, or says what it lacks.</summary>
    /// <param name="address">Where the platform reaches NudgeBot; null when not given.</param>
    /// <param name="words">The values of <see cref="Options"/>.</param>
    /// <param name="settings">What is configured already.</param>
    ManifestOutcome Write(Uri? address, ParseResult words, IConfiguration settings);
}
