namespace PaymentAbstractions.Rebilly;

/// <summary>
/// The customer's browser exchanges the card for a token at Rebilly, and brings the token to the shop: the shop's page posts the card to
/// <see cref="Url"/> and then the <c>id</c> of the answer as the field <see cref="TokenField"/> to the shop.
/// </summary>
/// <remarks>
/// <para>
/// The page posts JSON with the header <c>Authorization: </c><see cref="PublishableKey"/>, for example
/// <c>{"method":"payment-card","paymentInstrument":{"pan":"…","expMonth":12,"expYear":2031,"cvv":"…"},"billingAddress":{…}}</c>. The answer
/// has status 201. Send the card from the browser, never from the shop's server.
/// </para>
/// <para>Source: core API reference, tokens and authentication. Rebilly's own scripts for browsers are not documented there.</para>
/// </remarks>
public sealed record RebillyTokenAction : NextAction
{
    /// <summary>The name of the field in which the page brings the token back.</summary>
    public const string TokenField = "token";

    /// <summary>The address of the tokens.</summary>
    public required Uri Url { get; init; }

    /// <summary>The publishable key, which can make tokens and nothing else. The browser may see it.</summary>
    public required string PublishableKey { get; init; }

    /// <summary>The address of the card that the request knows already; the page sends it along, with what the customer changed.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>The kind and the host.</summary>
    /// <returns>For example <c>Token at api.rebilly.com</c>.</returns>
    public override string ToString() => $"Token at {HostOf(Url)}";
}
