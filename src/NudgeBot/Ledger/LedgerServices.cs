using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>Registers the ledger and the private memory beside it.</summary>
internal static class LedgerServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddLedger()
        {
            services.AddScoped<Records>();
            services.AddScoped<Undo>();
            services.AddAction<UndoAction>();
            return services
                .AddCommand<HelpedCommand>()
                .AddCommand<UndoCommand>();
        }
    }
}
