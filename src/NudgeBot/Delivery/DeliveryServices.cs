using Microsoft.Extensions.Options;

namespace NudgeBot.Delivery;

/// <summary>Registers schedules, the outbox and the worker.</summary>
internal static class DeliveryServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddDelivery()
        {
            services.AddScoped<Schedules>();
            services.AddScoped<Outbox>();
            services.AddScoped<Addresses>();
            services.AddScoped<BacklogReader>();
            services.AddSingleton<DeliveryMeter>();
            services.AddSingleton<Leases>();
            services.AddSingleton<WorkSignal>();
            services.AddSingleton<Restored>();
            services.AddSingleton<DueWorkspaces>();
            services.AddSingleton<DueRunner>();
            services.AddSingleton<Lane>();
            services.AddSingleton<Sender>();
            services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
            services.AddOptionsWithValidateOnStart<DeliveryOptions>().BindConfiguration("Delivery");
            services.AddSingleton<ZoneChanges>();
            services.AddHostedService(provider => provider.GetRequiredService<ZoneChanges>());
            services.AddSingleton<DeliveryWorker>();
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
            return services;
        }

        /// <summary>Adds what happens when schedules of one kind fall due.</summary>
        public IServiceCollection AddScheduled<T>()
            where T : class, IScheduled =>
            services.AddScoped<T>().AddSingleton(new ScheduledRoute(T.Kind, typeof(T), T.MindsAbsence));
    }
}
