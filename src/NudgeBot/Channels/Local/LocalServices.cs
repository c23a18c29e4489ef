using System.Text.Json.Serialization;
using NudgeBot.Channels.Local.Sample;
using NudgeBot.Chat;
using NudgeBot.Portability;

namespace NudgeBot.Channels.Local;

/// <summary>Registers the built-in workspace.</summary>
internal static class LocalServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddLocal()
        {
            services.AddOptionsWithValidateOnStart<LocalOptions>().BindConfiguration("Local");
            services.ConfigureHttpJsonOptions(json =>
            {
                json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
                json.SerializerOptions.RespectNullableAnnotations = true;
                json.SerializerOptions.RespectRequiredConstructorParameters = true;
                json.SerializerOptions.TypeInfoResolverChain.Insert(0, LocalJson.Default);
            });
            services.AddSingleton<LocalStream>();
            services.AddSingleton<LocalChat>();
            services.AddSingleton<LocalClock>();
            services.AddSingleton<LocalSeed>();
            services.AddSingleton<SampleHistory>();
            services.AddSingleton<IChannel, LocalChannel>();
            services.AddSingleton<IChannelList, LocalChannelList>();
            services.AddScoped<IForgets, LocalForgets>();
            return services;
        }
    }
}
