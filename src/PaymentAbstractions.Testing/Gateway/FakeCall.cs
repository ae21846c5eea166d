namespace PaymentAbstractions.Testing;

/// <summary>One call that <see cref="FakePaymentGateway"/> answered.</summary>
public sealed record FakeCall
{
    /// <summary>The requested operation.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The request as it was received.</summary>
    public required PaymentRequest Request { get; init; }

    /// <summary>The answer.</summary>
    public required PaymentResult Result { get; init; }
}
