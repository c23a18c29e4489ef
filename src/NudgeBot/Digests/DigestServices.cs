using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;

namespace NudgeBot.Digests;

/// <summary>Registers channel posts and shared circles.</summary>
internal static class DigestServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddDigests()
        {
            services.AddScoped<DigestRights>();
            services.AddScoped<DigestReader>();
            services.AddScoped<DigestCard>();
            services.AddScoped<DigestPreview>();
            services.AddScoped<DigestView>();
            services.AddScoped<ScheduleWords>();
            services.AddScoped<SharedCircle>();
            services.AddScoped<WaitingCount>();
            services.AddScoped<HelpedTies>();
            services.AddScoped<CirclePairs>();
            services.AddScoped<ITakeDownObserver>(provider => provider.GetRequiredService<DigestRevision>());
            services.AddScheduled<DigestPosting>();
            services.AddScheduled<DigestRevision>();
            return services
                .AddCommand<DigestCommand>()
                .AddAction<ShowMineAction>()
                .AddAction<JoinCircleAction>()
                .AddAction<LeaveCircleAction>();
        }
    }
}
