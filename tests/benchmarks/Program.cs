using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PayFunctions.Tests.Benchmarks;

// dotnet run -c Release --project tests/benchmarks -- --filter '*'
// dotnet run -c Release --project tests/benchmarks -- reconcile
if (args is ["reconcile"])
{
    await ReconcileMeasure.RunAsync(Console.Out);
    return;
}

// In process: a generated project would inherit this repository's analyzers and its strictness.
var config = DefaultConfig.Instance.AddJob(
    Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(SdkPayUrl).Assembly).Run(args, config);
