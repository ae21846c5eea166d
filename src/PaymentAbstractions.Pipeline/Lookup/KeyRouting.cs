using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Sends a key that the journal knows to the gateway that has it, whatever the caller asked for.</summary>
internal sealed class KeyRouting(GatewayDirectory gateways, JournalAccess journal)
{
    /// <returns>The owner's gateway; the one that was asked for when the key is new, may be sent again, or its owner is gone.</returns>
    public async Task<IPaymentGateway> RouteAsync(
        PaymentRequest? request,
        IPaymentGateway asked,
        CancellationToken cancellationToken
    )
    {
        var snapshot = gateways.Snapshot;
        if (
            journal.IsOff
            || snapshot is not { Names.Count: > 1 }
            || request is not { IdempotencyKey.IsSpecified: true }
        )
        {
            return asked;
        }

        try
        {
            var environment = snapshot.FindUndecorated(asked.Name)?.Environment ?? GatewayEnvironment.Live;
            var entry = await journal
                .FindAsync(new JournalKey(environment, request.IdempotencyKey), cancellationToken)
                .ConfigureAwait(false);
            return entry is { MayReopen: false } && snapshot.Find(entry.Intent.Gateway) is { } owner ? owner : asked;
        }
#pragma warning disable CA1031 // A journal that cannot be read begins no attempt either, and a caller who left is told after validation.
        catch (Exception exception) when (exception is not PaymentConfigurationException)
#pragma warning restore CA1031
        {
            return asked;
        }
    }
}
