namespace NudgeBot.Channels;

/// <summary>What a platform is given to make NudgeBot an app there. Written before anything is configured, since the app's secrets come of it.</summary>
internal interface IAppManifest
{
    /// <summary>The platform, as the command line names it.</summary>
    string Name { get; }

    /// <summary>Writes the file.</summary>
    /// <param name="address">Where the platform reaches NudgeBot, or null where NudgeBot connects by itself (Socket Mode).</param>
    byte[] Write(Uri? address);
}
