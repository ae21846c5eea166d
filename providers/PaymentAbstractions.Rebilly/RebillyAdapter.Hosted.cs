using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Opens a form in which the customer's browser exchanges a card for a token. Rebilly's approval page handles all other methods.
internal sealed partial class RebillyAdapter
{
    public override bool OpensFormFor(CustomerChoicePaymentMethod choice) =>
        _options.PublishableKey is not null && choice.Methods.All(method => method == Vocabulary.PaymentCard);

    public override PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) =>
        returnedFields.TryGetValue(RebillyTokenAction.TokenField, out var token) && RebillyIds.IsValid(token)
            ? new PaymentToken(token)
            : null;

    // No request is needed: the browser creates the token.
    public override Task<PaymentResult> OpenFormAsync(
        ChargeRequest request,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Opened(request, TokenAction(request.BillingAddress)));

    public override Task<VaultResult> OpenFormAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new VaultResult { Outcome = PaymentOutcome.Pending, NextAction = TokenAction(request.BillingAddress) }
        );

    private RebillyTokenAction TokenAction(Address? billing) =>
        new()
        {
            BillingAddress = billing,
            Url = new Uri(RebillyProfile.AddressOf(_options, Context), "tokens"),
            PublishableKey = _options.PublishableKey!,
        };
}
