using System.Reflection;
using BenchmarkDotNet.Running;
using NudgeBot.Benchmarks.Life;
using NudgeBot.Benchmarks.Runs;

// "life" runs a world of its own, "load", "torture" and "replicas" the whole program beside a Slack of the tests' own; everything else is a benchmark.
switch (args)
{
    case ["life", .. var rest]:
        return LifeCommand.Run(rest);
    case ["load", .. var rest]:
        return await Load.RunAsync(rest);
    case ["torture", .. var rest]:
        return await Torture.RunAsync(rest);
    case ["replicas", .. var rest]:
        return await Replicas.RunAsync(rest);
    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
