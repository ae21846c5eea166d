namespace PaymentAbstractions.Sandbox;

/// <summary>The truth about money in a sandbox, whatever the answers on the wire claimed.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class SandboxLedger
{
    private readonly Lock _gate = new();
    private readonly List<SandboxMovement> _movements = [];

    internal SandboxLedger() { }

    /// <summary>A snapshot of all movements, oldest first.</summary>
    public IReadOnlyList<SandboxMovement> Movements
    {
        get
        {
            lock (_gate)
            {
                return _movements.ToArray();
            }
        }
    }

    /// <summary>Counts the charges that still stand for a customer, request or order.</summary>
    /// <param name="text">Equal to, or part of, the request id, the description, the PO number or the customer id. Case matters.</param>
    /// <returns>
    /// How many sales and captures match and were neither voided nor refunded in full. Two where one was meant is a
    /// double charge.
    /// </returns>
    public int CountCharges(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var movements = Movements;
        return movements.Count(movement => IsCharge(movement, text) && Standing(movement, movements) > 0);
    }

    /// <summary>Adds up what a customer, request or order was charged, less what went back.</summary>
    /// <param name="text">Equal to, or part of, the request id, the description, the PO number or the customer id. Case matters.</param>
    /// <returns>
    /// Matching sales and captures less their voids and refunds, in major units. Currencies are not told apart and credits
    /// without a charge are left out.
    /// </returns>
    public decimal NetCharged(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var movements = Movements;
        return movements.Where(movement => IsCharge(movement, text)).Sum(movement => Standing(movement, movements));
    }

    internal void Book(SandboxMovement movement)
    {
        lock (_gate)
        {
            _movements.Add(movement with { Sequence = _movements.Count + 1 });
        }
    }

    private static bool IsCharge(SandboxMovement movement, string text) =>
        movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Capture
        && (
            Mentions(movement.RequestId, text)
            || Mentions(movement.Description, text)
            || Mentions(movement.CustomerPONumber, text)
            || Mentions(movement.CustomerId, text)
        );

    private static bool Mentions(string? value, string text) =>
        value is not null && value.Contains(text, StringComparison.Ordinal);

    // A reversal can itself be reversed (the void of a refund), hence the recursion; not one under the id of what it undoes, which others
    // under the same id cannot name. Where a provider gives a void the id of what it undoes, only the order tells which is which.
    private static decimal Standing(SandboxMovement movement, IReadOnlyList<SandboxMovement> all) =>
        movement.Amount
        - all.Where(other =>
                IsReversal(other)
                && !(IsReversal(movement) && movement.ParentTransactionId == movement.TransactionId)
                && other.Sequence > movement.Sequence
                && other.Account == movement.Account
                && other.ParentTransactionId == movement.TransactionId
            )
            .Sum(other => Standing(other, all));

    private static bool IsReversal(SandboxMovement movement) =>
        movement.Kind is SandboxMovementKind.Void or SandboxMovementKind.Refund;
}
