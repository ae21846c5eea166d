using System.Text;

namespace PaymentAbstractions;

/// <summary>The settings for all gateways, from configuration and code.</summary>
internal sealed class PipelineSettings(
    PaymentsOptions payments,
    JournalOptions journal,
    ResilienceOptions resilience,
    RecoveryOptions recovery
)
{
    public PaymentsOptions Payments => payments;

    public JournalOptions Journal => journal;

    public ResilienceOptions Resilience => resilience;

    public RecoveryOptions Recovery => recovery;

    /// <summary>The fingerprints of payment methods, with the configured key if there is one.</summary>
    public MethodFingerprint MethodFingerprint { get; } =
        new(journal.MethodKey is { } key ? Encoding.UTF8.GetBytes(key.Reveal()) : null);

    /// <summary>Returns whether the settings that affect gateways are equal; other settings are ignored.</summary>
    public bool MakesTheSameGateways(PipelineSettings before) =>
        SameOptions.Are(payments, before.Payments, but: nameof(payments.Default))
        && SameOptions.Are(journal, before.Journal)
        && SameOptions.Are(resilience, before.Resilience);

    /// <summary>Returns the same settings with the previous objects where nothing has changed.</summary>
    public PipelineSettings Keep(PipelineSettings before) =>
        new(
            SameOptions.Are(payments, before.Payments) ? before.Payments : payments,
            SameOptions.Are(journal, before.Journal) ? before.Journal : journal,
            SameOptions.Are(resilience, before.Resilience) ? before.Resilience : resilience,
            SameOptions.Are(recovery, before.Recovery) ? before.Recovery : recovery
        );

    /// <summary>Returns whether these are the previous objects themselves.</summary>
    public bool IsKeptFrom(PipelineSettings before) =>
        payments == before.Payments
        && journal == before.Journal
        && resilience == before.Resilience
        && recovery == before.Recovery;
}
