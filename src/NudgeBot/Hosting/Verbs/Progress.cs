using System.CommandLine;

namespace NudgeBot.Hosting.Verbs;

/// <summary>Says every second on standard error how far long work is; short work stays silent.</summary>
internal static class Progress
{
    public static async Task TellAsync(
        Task work, Func<string> how, TimeProvider clock, ParseResult parse, CancellationToken cancellationToken)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        var tick = everySecond.WaitForNextTickAsync(cancellationToken).AsTask();
        while (await Task.WhenAny(work, tick) == tick)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(how());
            tick = everySecond.WaitForNextTickAsync(cancellationToken).AsTask();
        }
    }
}
