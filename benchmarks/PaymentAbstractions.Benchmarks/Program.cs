using PaymentAbstractions.Benchmarks;
using PaymentAbstractions.Benchmarks.Cold;
using PaymentAbstractions.Benchmarks.Provider;

switch (args)
{
    case [ColdSale.Command, var way, var number, var address]:
        await ColdSale.RunAsync(way, number, address);
        return 0;
    case [LoopbackServer.Command, var delay]:
        await LoopbackServer.RunAsync(delay);
        return 0;
    case ["quick"]:
        return await QuickRun.RunAsync();
    case [var name, .. var rest] when Programs.All.TryGetValue(name, out var program):
        return await program(rest);
    default:
        Microbenchmarks.Run(args);
        return 0;
}
