using System.Globalization;

namespace Checkout.Crash;

/// <summary>The arguments of one life of the checkout: the customer, the journal's folder, and how many minutes have passed.</summary>
internal sealed record CrashArguments(string Gateway, string Order, string Journal, int Minutes)
{
    public static CrashArguments Parse(IReadOnlyList<string> args) =>
        new(args[0], args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));

    public IEnumerable<string> ToList() => [Gateway, Order, Journal, Minutes.ToString(CultureInfo.InvariantCulture)];
}
