using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>One of the ways that are compared.</summary>
/// <param name="Name">How the table names it.</param>
/// <param name="Sales">The way to send.</param>
/// <param name="Share">It has one sale where others have this many, because each of them waits for a disk.</param>
internal sealed record Way(string Name, ISales Sales, int Share = 1);
