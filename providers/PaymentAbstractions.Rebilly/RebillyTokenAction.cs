namespace PaymentAbstractions.Rebilly;

/// <summary>
/// The customer's browser exchanges the card for a token at Rebilly. The shop's page posts the card to <see cref="Url"/>, and then posts
/// the <c>id</c> from the answer to the shop in the field <see cref="TokenField"/>.
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
    /// <summary>The name of the form field in which the page sends the token to the shop.</summary>
    public const string TokenField = "token";

    /// <summary>The URL that creates tokens.</summary>
    public required Uri Url { get; init; }

    /// <summary>The publishable key, which permits only the creation of tokens. The browser may see it.</summary>
    public required string PublishableKey { get; init; }

    /// <summary>The card's billing address from the request, if any; the page sends it along, including changes by the customer.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Returns the kind of action and the host.</summary>
    /// <returns>For example <c>Token at api.rebilly.com</c>.</returns>
    public override string ToString() => $"Token at {HostOf(Url)}";
}
