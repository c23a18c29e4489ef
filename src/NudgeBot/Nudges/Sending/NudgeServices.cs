using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary>Registers what sends nudges and what their buttons do.</summary>
internal static class NudgeServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddNudges()
        {
            services.AddScoped<NudgeButtons>();
            services.AddScoped<NudgeCard>();
            services.AddScoped<Pacing>();
            services.AddScoped<Answers>();
            services.AddScoped<Learning>();
            services.AddScoped<FollowUps>();
            services.AddScoped<Wording>();
            services.AddScoped<Why>();
            services.AddScoped<NudgeDrafts>();
            services.AddScoped<Plans>();
            services.AddScoped<SnapshotLoader>();
            services.AddScoped<Foresight>();
            services.AddScoped<Explanation>();
            services.AddScoped<NudgePost>();
            services.AddScoped<NudgeObserver>();
            services.AddScoped<IMemberObserver>(provider => provider.GetRequiredService<NudgeObserver>());
            services.AddScoped<IEntryObserver>(provider => provider.GetRequiredService<NudgeObserver>());
            services.AddScoped<IPersonObserver, NudgeMerging>();
            services.AddScheduled<NudgeDue>();
            services.AddScheduled<FollowUpsDue>();
            services.AddScheduled<HappenedDue>();
            return services.AddNudgeCommands().AddNudgeButtons();
        }

        private IServiceCollection AddNudgeCommands() => services
            .AddCommand<NextCommand>()
            .AddCommand<WhyCommand>()
            .AddCommand<SnoozeCommand>()
            .AddCommand<MarkCommand>()
            .AddCommand<UnmarkCommand>()
            .AddCommand<StatusCommand>();

        private IServiceCollection AddNudgeButtons() => services
            .AddAction<ReachedAction>()
            .AddAction<HelpedAction>()
            .AddAction<HelpForm>()
            .AddAction<WhenAction>()
            .AddAction<PickForm>()
            .AddAction<SnoozeAction>()
            .AddAction<SayAction>()
            .AddAction<WhyAction>()
            .AddAction<LeaveAction>()
            .AddAction<StopAction>()
            .AddAction<AgainAction>()
            .AddAction<UnlearnAction>()
            .AddAction<ShelfOffAction>()
            .AddAction<ShelfOnAction>()
            .AddAction<TakeBackAction>()
            .AddAction<PaceAction>();
    }
}
