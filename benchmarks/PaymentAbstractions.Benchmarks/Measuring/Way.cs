namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>One of the ways that are compared.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Send">Sends one payment.</param>
/// <param name="IsDurable">Whether each call of a single caller waits for a disk; such a caller has a quarter of the calls.</param>
/// <param name="Continues">Whether it takes the orders of the way before it, for example to refund them.</param>
internal sealed record Way(string Name, Send Send, bool IsDurable = false, bool Continues = false);
