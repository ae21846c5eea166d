using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Makes of a request what must survive of it.</summary>
internal sealed class IntentFactory(
    string gateway,
    GatewayEnvironment environment,
    PaymentAdapter adapter,
    MethodFingerprint fingerprint
)
{
    /// <summary>The intent as far as it is compared with an earlier use of the key.</summary>
    public JournalIntent Of(PaymentRequest request, SendWindow window) =>
        JournalIntent.Of(request, gateway, environment, adapter.Account, window.OpenedAt, window.SendBy) with
        {
            MethodFingerprint = fingerprint.Of((request as PaymentMethodRequest)?.PaymentMethod),
            AdditionalPayment = request is ChargeRequest { AdditionalPayment: true },
            MultiCapture = adapter.Capabilities.MultiCapture,
        };

    /// <summary>Whether the adapter wants to look at the provider before a send, which a known key need not wait for.</summary>
    public bool TakesHintsFor(PaymentRequest request) => Source?.TakesHintsFor(request.Operation) == true;

    /// <summary>Notes what the provider shows before the send, where the adapter has something to note.</summary>
    public async Task<RecoveryHints?> TakeHintsAsync(PaymentRequest request, CancellationToken cancellationToken) =>
        Source is { } source ? await source.TakeHintsAsync(request, cancellationToken).ConfigureAwait(false) : null;

    private IRecoveryHintSource? Source => adapter.GetService(typeof(IRecoveryHintSource)) as IRecoveryHintSource;
}
