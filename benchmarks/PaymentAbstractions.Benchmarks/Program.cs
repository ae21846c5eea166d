using BenchmarkDotNet.Running;
using PaymentAbstractions.Benchmarks.Floor;
using PaymentAbstractions.Benchmarks.Provider;

switch (args)
{
    case ["serve"]:
        await LoopbackServer.RunAsync();
        return 0;
    case ["floor", .. var rest]:
        return await FloorProgram.RunAsync(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
