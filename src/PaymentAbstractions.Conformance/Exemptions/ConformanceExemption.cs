namespace PaymentAbstractions.Conformance;

/// <summary>One fact of a suite, or some of its cases, that does not apply to a provider.</summary>
/// <remarks>
/// A harness lists them in <see cref="ConformanceHarness.Exemptions"/>. A fact that does not apply is skipped when it is listed, and
/// fails when it is not. Immutable and thread-safe.
/// </remarks>
/// <param name="Fact">The fact's name, for example <c>nameof(OutcomesSuite&lt;&gt;.An_unknown_code_is_unmapped_and_kept)</c>.</param>
/// <param name="Reason">Why it does not apply: what the provider does not have or does not say.</param>
/// <param name="Case">The case, for example <c>WrongCurrencyEchoed</c>: those that have it among their arguments; none for every case.</param>
public sealed record ConformanceExemption(string Fact, string Reason, string? Case = null)
{
    /// <summary>One line, as a runner shows it as the reason of the skipped fact.</summary>
    /// <returns>Fact, case and reason.</returns>
    public override string ToString() => Case is null ? $"{Fact}: {Reason}" : $"{Fact} ({Case}): {Reason}";

    internal bool Covers(string fact, object? @case) =>
        Fact == fact && (Case is null || Case == ConformanceExemptions.NameOf(@case));
}
