namespace PaymentAbstractions;

/// <summary>Whatever the provider holds as the customer's default method.</summary>
public sealed record CustomerDefaultPaymentMethod : PaymentMethod
{
    /// <inheritdoc />
    public override PaymentMethodKind Kind => PaymentMethodKind.CustomerDefault;
}
