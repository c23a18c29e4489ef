using NudgeBot.Circle.Asks;
using NudgeBot.Circle.Mutual;
using NudgeBot.Circle.Reviews;
using NudgeBot.Circle.Years;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary>Registers the circle: choosing, reviewing, mutual choice and asks.</summary>
internal static class CircleServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCircle()
        {
            services.AddScoped<Seating>().AddScoped<Upkeep>().AddScoped<IMemberObserver>(provider => provider.GetRequiredService<Upkeep>());
            services.AddScoped<IPersonObserver, CircleMerging>();
            services.AddScoped<Choosing>().AddScoped<ChooseForm>().AddScoped<RoomQuestion>().AddScoped<Leaving>();
            services.AddScoped<CircleWords>().AddScoped<CircleCard>().AddScoped<Contacts>().AddScoped<Reviewing>().AddScoped<ChoiceLetters>();
            services.AddScoped<CircleYears>().AddScoped<YearsWords>().AddSingleton<YearsChart>().AddAction<YearsAction>();
            services.AddScoped<Asking>().AddScoped<AskAudience>().AddScoped<AskList>();
            services.AddAction<ChooseFormAction>().AddAction<WhyAction>().AddAction<RoomAction>().AddAction<PutBackAction>();
            services.AddAction<ReleaseAction>().AddAction<RestAction>().AddAction<ReviewAction>();
            services.AddAction<MutualOnAction>().AddAction<MutualOffAction>();
            services.AddAction<AskAction>().AddAction<HelpAction>().AddAction<HelpedAction>();
            services.AddScheduled<ReviewOffer>().AddScheduled<Reveal>().AddScheduled<OfferDue>();
            return services
                .AddCommand<ChooseCommand>()
                .AddCommand<ReleaseCommand>()
                .AddCommand<RestCommand>()
                .AddCommand<CircleCommand>()
                .AddCommand<ReviewCommand>()
                .AddCommand<AskCommand>()
                .AddCommand<AsksCommand>()
                .AddCommand<DoneCommand>();
        }
    }
}
