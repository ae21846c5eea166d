namespace PaymentAbstractions.Sandbox.Rebilly;

internal sealed class InstrumentRecord
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Fingerprint { get; init; }

    public required InstrumentDetails Details { get; set; }

    public required DateTimeOffset CreatedTime { get; init; }

    public DateTimeOffset UpdatedTime { get; set; }

    public DateTimeOffset? LastPaymentTime { get; set; }

    public int Revision { get; set; } = 1;

    public bool IsDeactivated { get; set; }

    /// <summary>Whether a payment with it was approved at least once; a card is inactive until then.</summary>
    public bool IsProven { get; set; }
}
