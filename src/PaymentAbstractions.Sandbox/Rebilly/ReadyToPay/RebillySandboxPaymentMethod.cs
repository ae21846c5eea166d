namespace PaymentAbstractions.Sandbox;

/// <summary>A payment method that the ready-to-pay operation of a <see cref="RebillySandbox"/> lists.</summary>
public sealed class RebillySandboxPaymentMethod
{
    /// <summary>The name of the method, for example <c>payment-card</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The name of the feature, for example the wallet <c>Google Pay</c>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Feature { get; init; }

    /// <summary>The brands.</summary>
    /// <value>Default: none; the member is then omitted.</value>
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>The filters.</summary>
    /// <value>Default: none; the member is then omitted.</value>
    public IReadOnlyList<string> Filters { get; init; } = [];
}
