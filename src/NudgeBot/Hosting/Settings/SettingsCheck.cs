using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Options;
using NudgeBot.Channels;
using NudgeBot.Channels.Local;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Hosting.Retention;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Settings;

/// <summary>Looks at all settings at once, so that a wrong set-up is put right in one go.</summary>
internal static class SettingsCheck
{
    private static readonly Dictionary<string, Type> Own = new()
    {
        ["Storage"] = typeof(StorageOptions),
        ["Local"] = typeof(LocalOptions),
        ["Retention"] = typeof(RetentionOptions),
        ["Delivery"] = typeof(DeliveryOptions),
    };

    /// <summary>Every section of ours with the class that it is bound to; those of the platforms that are on name their own.</summary>
    public static IEnumerable<KeyValuePair<string, Type>> Sections(IServiceProvider services) =>
        Own.Concat(services.GetServices<ChannelSettings>().Select(platform => KeyValuePair.Create(platform.Section, platform.Options)));

    public static SettingsReport Run(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        List<string> faults = [], warnings = [];
        foreach (var (section, type) in Sections(services))
        {
            var unreadable = new List<string>();
            foreach (var setting in configuration.GetSection(section).GetChildren())
                Look(setting, type, unreadable, warnings);
            faults.AddRange(unreadable.Count > 0 ? unreadable : Invalid(services, type));
        }

        return new(faults, warnings);
    }

    private static void Look(IConfigurationSection setting, Type type, List<string> faults, List<string> warnings)
    {
        var known = type.GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (known is null)
        {
            var names = type.GetProperties().Select(property => property.Name).ToList();
            var nearest = Nearest.To(setting.Key, names) ?? string.Join(", ", names);
            warnings.Add($"Nothing reads the setting {setting.Path}; did you mean {nearest}?");
        }
        else if (!string.IsNullOrEmpty(setting.Value) && !CanRead(setting.Value, known.PropertyType))
        {
            faults.Add($"{setting.Path} is \"{setting.Value}\", but must be {Words(known.PropertyType)}.");
        }
    }

    /// <summary>What the class itself says of its values, by its annotations and validators.</summary>
    private static IEnumerable<string> Invalid(IServiceProvider services, Type type)
    {
        try
        {
            var options = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
            _ = options.GetType().GetProperty(nameof(IOptions<>.Value))!.GetValue(options);
            return [];
        }
        catch (TargetInvocationException error) when (error.InnerException is OptionsValidationException invalid)
        {
            // The generated validators put the name of the property and a colon before each sentence, which begins with the whole name.
            return [.. invalid.Failures.Select(failure => type.GetProperties().Select(property => $"{property.Name}: ").FirstOrDefault(head => failure.StartsWith(head, StringComparison.Ordinal)) is { } head ? failure[head.Length..] : failure)];
        }
    }

    private static bool CanRead(string value, Type type)
    {
        try
        {
            _ = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
            return true;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Words(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var boolean when boolean == typeof(bool) => "true or false",
        var number when number == typeof(int) => "a whole number",
        var other => $"a {other.Name}",
    };
}
