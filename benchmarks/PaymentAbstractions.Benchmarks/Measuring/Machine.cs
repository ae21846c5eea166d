using System.Runtime.InteropServices;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>Says where figures come from and how they are to be read.</summary>
internal static class Machine
{
    /// <summary>Prints the headline of a program.</summary>
    /// <param name="remark">What else to know about its figures.</param>
    public static void Print(string remark) =>
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores. "
                + $"Median (lower quartile - upper quartile); {remark}."
        );
}
