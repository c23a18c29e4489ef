namespace NudgeBot.Members;

/// <summary>Registers members and their settings.</summary>
internal static class MemberServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddMembers() => services.AddScoped<Turns>();
    }
}
