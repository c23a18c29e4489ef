namespace NudgeBot.Channels.Teams.Tab;

/// <summary>Registers the personal tab.</summary>
internal static class TabServices
{
    extension(IServiceCollection services)
    {
        public void AddTeamsTab() => services.AddSingleton<TabTokens>().AddSingleton<TabHome>();
    }
}
