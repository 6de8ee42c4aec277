using BenchmarkDotNet.Running;
using PayFunctions.Tests.Benchmarks;

// dotnet run -c Release --project tests/benchmarks -- --filter '*' --job short
BenchmarkSwitcher.FromAssembly(typeof(SdkPayUrl).Assembly).Run(args);
