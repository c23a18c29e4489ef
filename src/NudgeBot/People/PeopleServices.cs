using NudgeBot.Commands;

namespace NudgeBot.People;

/// <summary>Registers persons and how they are found by name.</summary>
internal static class PeopleServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPeople()
        {
            services.AddScoped<Names>();
            services.AddScoped<NewPersons>();
            services.AddScoped<NameQuestion>();
            return services.AddAction<PickAction>();
        }
    }
}
