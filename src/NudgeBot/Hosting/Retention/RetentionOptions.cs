using Microsoft.Extensions.Options;

namespace NudgeBot.Hosting.Retention;

/// <summary>The settings under <c>Retention</c>: how long the machinery's own notes are kept, and what was left behind. Members' records never expire.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Days for which an event's repetition is recognised. Platforms repeat for minutes, and by hand for days.</summary>
    public int InboxDays { get; set; } = 30;

    /// <summary>Days for which the text of a sent message is kept; that it was sent, and when, stays.</summary>
    public int DeliveryTextDays { get; set; } = 30;

    /// <summary>Days for which everything of a workspace is kept after NudgeBot was removed from it, so that it can come back.</summary>
    public int RemovedWorkspaceDays { get; set; } = 30;
}

/// <summary>Checks the settings when the program starts.</summary>
internal sealed class RetentionSettings : IValidateOptions<RetentionOptions>
{
    private const int Most = 36_500;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        List<string> faults = [];
        Check(nameof(options.InboxDays), options.InboxDays);
        Check(nameof(options.DeliveryTextDays), options.DeliveryTextDays);
        Check(nameof(options.RemovedWorkspaceDays), options.RemovedWorkspaceDays);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int days)
        {
            if (days is < 1 or > Most)
                faults.Add($"Retention:{setting} is {days}, but must be 1 to {Most} days.");
        }
    }
}
