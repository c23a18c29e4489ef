namespace NudgeBot.Commands;

/// <summary>Registers the router, and lets each slice add its commands and actions.</summary>
internal static class CommandServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCommands()
        {
            services.AddLocalization();
            services.AddSingleton<Routes>();
            services.AddSingleton<CommandMeter>();
            services.AddScoped<CommandRouter>();
            services.AddScoped<Refusals>();
            return services.AddCommand<HelpCommand>().AddAction<HelpPageAction>();
        }

        public IServiceCollection AddCommand<T>()
            where T : class, ICommand =>
            services.AddScoped<T>().AddSingleton(new CommandRoute(T.Info, typeof(T)));

        public IServiceCollection AddAction<T>()
            where T : class, IAction =>
            services.AddScoped<T>().AddSingleton(new ActionRoute(T.Id, typeof(T), T.OpensForm));
    }
}
