using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>How long to measure.</summary>
/// <param name="Rounds">How often each way has its turn.</param>
/// <param name="Calls">How many sales a turn in memory has; over loopback it has a third as many.</param>
/// <param name="WarmUp">How many sales each way has in each of the four turns before.</param>
/// <param name="IsOneOrder">Whether every sale pays one and the same order, which the provider's count must reveal.</param>
internal sealed record FloorOptions(int Rounds, int Calls, int WarmUp, bool IsOneOrder)
{
    public const string Usage = "floor [--rounds N] [--calls N] [--quick] [--one-order]";

    private static readonly FloorOptions Usual = new(15, 12_000, 2500, IsOneOrder: false);
    private static readonly FloorOptions Quick = new(3, 600, 200, IsOneOrder: false);

    /// <summary>Reads the arguments after <c>floor</c>.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The options; null when an argument makes no sense.</returns>
    public static FloorOptions? Read(string[] args)
    {
        var options = (args.Contains("--quick", StringComparer.Ordinal) ? Quick : Usual) with
        {
            IsOneOrder = args.Contains("--one-order", StringComparer.Ordinal),
        };
        var rest = args.Where(static arg => arg is not ("--quick" or "--one-order")).ToArray();
        foreach (var pair in rest.Chunk(2))
        {
            if (
                pair.Length != 2
                || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1
            )
            {
                return null;
            }

            switch (pair[0])
            {
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                case "--calls":
                    options = options with { Calls = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
