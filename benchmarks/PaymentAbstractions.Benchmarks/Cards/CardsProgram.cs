using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Benchmarks.Contract;
using PaymentAbstractions.Benchmarks.Measuring;

namespace PaymentAbstractions.Benchmarks.Cards;

/// <summary>Validates an order of 100 lines for some seconds and prints what one validation takes.</summary>
internal static class CardsProgram
{
    // A round is about a millisecond, so that most of them are not interrupted on a busy machine.
    private const int UsualRounds = 2_001;
    private const int QuickRounds = 21;
    private const int Calls = 100;

    public static int Run(string[] args)
    {
        if (Arguments.Read(args, "cards [--quick]") is not { } arguments)
        {
            return 2;
        }

        var rounds = arguments.Has("--quick") ? QuickRounds : UsualRounds;
        var order = CommercialOrders.Build();
        Machine.Print($"{order.Data.LineItems.Count} lines, {rounds} rounds of {Calls} validations");
        Measure("Mastercard, Level III", order, CommercialOrders.Mastercard, rounds);
        Measure("scheme unknown, Level III", order, CommercialOrders.AnyScheme, rounds);
        return 0;
    }

    private static void Measure(string name, CommercialOrder order, CommercialCardValidationOptions options, int rounds)
    {
        // The first rounds include JIT compilation; the validator is not responsible for what they allocate.
        for (var round = 0; round < rounds; round++)
        {
            Validate(order, options);
        }

        var times = new List<double>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Validate(order, options);
            var elapsed = Stopwatch.GetElapsedTime(start);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            times.Add(elapsed.TotalMicroseconds / Calls);
            before = GC.GetAllocatedBytesForCurrentThread();
        }

        var bytes = ((double)allocated / rounds / Calls).ToString("0.##", CultureInfo.InvariantCulture);
        var spread = Spread.Of(times);
        var least = spread.Least.ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine($"{name}: {spread.ToString("0.00")} us, least {least} us, {bytes} bytes per validation");
    }

    private static void Validate(CommercialOrder order, CommercialCardValidationOptions options)
    {
        for (var call = 0; call < Calls; call++)
        {
            if (CommercialCardValidator.Validate(order.Data, order.Amount, options).Count > 0)
            {
                throw new InvalidOperationException(
                    "The order is not valid, so this is not the measure of a valid one."
                );
            }
        }
    }
}
