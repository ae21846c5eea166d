namespace PaymentAbstractions.Conformance;

/// <summary>A fact of a suite, or some of its cases, that does not apply to a provider.</summary>
/// <remarks>
/// A harness lists its exemptions in <see cref="ConformanceHarness.Exemptions"/>. A fact that does not apply is skipped if it is listed,
/// and fails if it is not. Immutable and thread-safe.
/// </remarks>
/// <param name="Fact">The fact's name, for example <c>nameof(OutcomesSuite&lt;&gt;.An_unknown_code_is_unmapped_and_kept)</c>.</param>
/// <param name="Reason">Why it does not apply: what the provider does not support or does not report.</param>
/// <param name="Case">An argument, for example <c>WrongCurrencyEchoed</c>: the cases that have it are exempted; <see langword="null"/> for
/// every case.</param>
public sealed record ConformanceExemption(string Fact, string Reason, string? Case = null)
{
    /// <summary>Returns one line, which a test runner shows as the reason for skipping the fact.</summary>
    /// <returns>The fact, case and reason.</returns>
    public override string ToString() => Case is null ? $"{Fact}: {Reason}" : $"{Fact} ({Case}): {Reason}";

    internal bool Covers(string fact, object? @case) =>
        Fact == fact && (Case is null || Case == ConformanceExemptions.NameOf(@case));
}
