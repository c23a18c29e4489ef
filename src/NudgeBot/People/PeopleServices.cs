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
            services.AddScoped<NameLookup>();
            services.AddScoped<NewPersons>();
            services.AddScoped<NameQuestion>();
            services.AddScoped<Suggestions>();
            services.AddScoped<PersonReferences>();
            services.AddScoped<PersonCard>();
            services.AddScoped<PersonForm>();
            services.AddScoped<PersonChanges>();
            services.AddScoped<SamePersons>();
            services.AddScoped<Merging>();
            return services
                .AddAction<PickAction>()
                .AddAction<EditPersonAction>()
                .AddAction<SavePersonAction>()
                .AddAction<SamePersonAction>()
                .AddAction<MergeAction>();
        }
    }
}
