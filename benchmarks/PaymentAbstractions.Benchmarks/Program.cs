using BenchmarkDotNet.Running;
using PaymentAbstractions.Benchmarks.Floor;
using PaymentAbstractions.Benchmarks.Journal;
using PaymentAbstractions.Benchmarks.Provider;

switch (args)
{
    case ["serve"]:
        await LoopbackServer.RunAsync();
        return 0;
    case ["floor", .. var rest]:
        return await FloorProgram.RunAsync(rest);
    case ["journal", .. var rest]:
        return await JournalProgram.RunAsync(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
