using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.People;

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
            services.AddScoped<Closing>();
            services.AddScoped<LogForm>();
            services.AddScoped<EntryWords>();
            services.AddScoped<Acquaintance>();
            services.AddScoped<History>();
            services.AddScoped<Find>();
            services.AddScoped<Story>();
            services.AddScoped<Givers>();
            services.AddScoped<Receivers>();
            services.AddScoped<ThanksCard>();
            services.AddScoped<IPersonObserver, EntryMerging>();
            return services
                .AddCommand<HelpedCommand>()
                .AddCommand<ThanksCommand>()
                .AddCommand<MetCommand>()
                .AddCommand<NoteCommand>()
                .AddCommand<NeedsCommand>()
                .AddCommand<FollowUpCommand>()
                .AddCommand<HistoryCommand>()
                .AddCommand<StoryCommand>()
                .AddCommand<FindCommand>()
                .AddCommand<UndoCommand>()
                .AddAction<UndoAction>()
                .AddAction<LogAction>()
                .AddAction<LogFormAction>()
                .AddAction<CloseAction>()
                .AddAction<ReopenAction>()
                .AddAction<HistoryAction>()
                .AddAction<FindAction>()
                .AddAction<KeepThanksPrivateAction>()
                .AddAction<TellThanksAction>()
                .AddAction<KeepThanksAction>()
                .AddAction<ShareThanksAction>()
                .AddAction<TakeDownThanksAction>()
                .AddScheduled<ThanksLetterDue>()
                .AddScheduled<SharedThanksDue>();
        }
    }
}
