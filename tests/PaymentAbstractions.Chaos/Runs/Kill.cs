namespace PaymentAbstractions.Chaos;

/// <summary>A planned kill of the worker.</summary>
/// <param name="AfterOrders">The number of orders that are complete before it.</param>
/// <param name="Step">The step at which the worker is killed; null for a random moment.</param>
/// <param name="Delay">For a random moment: the delay after that.</param>
/// <param name="AtStart">For a random moment: whether the delay counts from the start of the process, to hit start and recovery.</param>
internal sealed record Kill(int AfterOrders, CrashStep? Step, TimeSpan Delay, bool AtStart)
{
    public string Name => Step?.ToString() ?? (AtStart ? "random, at start" : "random");

    /// <summary>Plans half of the kills at random moments and half at the named steps in turn.</summary>
    public static IReadOnlyList<Kill> Plan(int kills, int payments, int seed)
    {
        var random = new Random(seed);
        var steps = Enum.GetValues<CrashStep>();
        var first = random.Next(steps.Length);
        return
        [
            .. Enumerable
                .Range(0, kills)
                .Select(i => new Kill(
                    (i + 1) * payments / (kills + 1),
                    i % 2 == 0 ? steps[((i / 2) + first) % steps.Length] : null,
                    TimeSpan.FromMilliseconds(random.Next(i % 4 == 3 ? 1500 : 200)),
                    i % 4 == 3
                )),
        ];
    }
}
