namespace PaymentAbstractions.Rebilly;

/// <summary>Fields of a payment that only Rebilly has. Put them into <see cref="PaymentRequest.ProviderOptions"/>.</summary>
/// <remarks>
/// For sales, authorizations, set-ups and credits; refused with captures, voids and refunds, which go by their original. Source: core
/// API reference, create a transaction. Immutable, compares by value.
/// </remarks>
public sealed record RebillyRequestOptions : ProviderRequestOptions
{
    /// <summary>
    /// The gateway account at Rebilly that processes the payment, instead of the one of <see cref="RebillyOptions.GatewayAccountId"/> or
    /// of Rebilly's own rules; at most 50 characters.
    /// </summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>The invoices at Rebilly that the payment is for; ids of at most 50 characters.</summary>
    public ValueList<string> InvoiceIds
    {
        get;
        init => field = value ?? [];
    } = [];
}
