using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// One write at a time: to the same customer, payment method and amount, because two of those cannot be told apart
/// afterwards; and to the same transaction. One for all gateways of the process, because they may share an account.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InFlightWrites
{
    private readonly KeyedLock _turns = new();

    /// <summary>What was sent and is in doubt.</summary>
    public KeysInDoubt InDoubt { get; } = new();

    public Task<IDisposable> EnterAsync(
        VirtualTerminalAccount account,
        AddOrder order,
        CancellationToken cancellationToken
    ) =>
        _turns.EnterAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{account.Fingerprint}:{order.CustomerId}:{order.PaymentMethodId}:{order.Amount}"
            ),
            cancellationToken
        );

    public Task<IDisposable> EnterAsync(
        VirtualTerminalAccount account,
        long transactionId,
        CancellationToken cancellationToken
    ) =>
        _turns.EnterAsync(
            string.Create(CultureInfo.InvariantCulture, $"{account.Fingerprint}:{transactionId}"),
            cancellationToken
        );
}
