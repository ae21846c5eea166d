using PaymentAbstractions.Benchmarks.Measuring;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>Measures how costs grow: with callers, gateways, line items, the length of answers, and payments in the journal.</summary>
internal static class ScaleProgram
{
    private const string Usage = "scale [--payments N] [--folder PATH] [--output PATH] [--markdown] [--quick]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, Usage) is not { } arguments)
        {
            return 2;
        }

        var size = arguments.Has("--quick") ? ScaleSize.Quick : ScaleSize.Usual;
        var most = arguments.Number("--payments", size.Payments[^1]);
        size = size with { Payments = [.. size.Payments.Where(payments => payments < most), most] };
        Machine.Print("a turn of each way in every round");
        var report = new ScaleReport();
        using var caller = new CancellationTokenSource();
        await CallersAxis.MeasureAsync(report, size, caller.Token);
        await GatewaysAxis.MeasureAsync(report, size, caller.Token);
        await LinesAxis.MeasureAsync(report, size, caller.Token);
        await AnswersAxis.MeasureAsync(report, size, caller.Token);
        await JournalAxis.MeasureAsync(report, size, arguments.Text("--folder", AppContext.BaseDirectory));
        report.End(arguments.Text("--output", AppContext.BaseDirectory), arguments.Has("--markdown"));
        return 0;
    }
}
