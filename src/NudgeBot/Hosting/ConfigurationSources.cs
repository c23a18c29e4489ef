namespace NudgeBot.Hosting;

/// <summary>Where settings come from, the later the stronger: the file, the environment, the command line.</summary>
internal static class ConfigurationSources
{
    extension(IConfigurationBuilder configuration)
    {
        /// <summary>
        /// Adds the environment under our own prefix, and ASPNETCORE_ once more, as its address would otherwise be weaker than the one in
        /// the shipped file. The command line goes last again, so that it wins.
        /// </summary>
        public void AddSources(string[] settings) =>
            configuration.AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("NUDGEBOT_").AddCommandLine(settings);
    }
}
