using System.Reflection;
using BenchmarkDotNet.Running;
using NudgeBot.Benchmarks.Life;

// "life" runs a world of its own; everything else is a benchmark.
if (args is ["life", .. var rest])
    return LifeCommand.Run(rest);
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
