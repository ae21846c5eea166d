using System.Globalization;

namespace Checkout.Crash;

/// <summary>What one life of the checkout is told: whom to charge, where the journal is, and what time it is.</summary>
internal sealed record CrashArguments(string Gateway, string Order, string Journal, DateTimeOffset Now)
{
    public static CrashArguments Parse(IReadOnlyList<string> args) =>
        new(args[0], args[1], args[2], DateTimeOffset.Parse(args[3], CultureInfo.InvariantCulture));

    public IEnumerable<string> ToList() => [Gateway, Order, Journal, Now.ToString("O", CultureInfo.InvariantCulture)];
}
