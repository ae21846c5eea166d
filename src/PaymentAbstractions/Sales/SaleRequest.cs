namespace PaymentAbstractions;

/// <summary>Asks to take money at once.</summary>
public sealed record SaleRequest : ChargeRequest
{
    /// <inheritdoc />
    public override PaymentOperation Operation => PaymentOperation.Sale;
}
