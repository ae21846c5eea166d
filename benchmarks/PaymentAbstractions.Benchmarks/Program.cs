using BenchmarkDotNet.Running;
using PaymentAbstractions.Benchmarks;
using PaymentAbstractions.Benchmarks.Provider;

switch (args)
{
    case [LoopbackServer.Command]:
        await LoopbackServer.RunAsync();
        return 0;
    case ["quick"]:
        return await QuickRun.RunAsync();
    case [var name, .. var rest] when Programs.All.TryGetValue(name, out var program):
        return await program(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
