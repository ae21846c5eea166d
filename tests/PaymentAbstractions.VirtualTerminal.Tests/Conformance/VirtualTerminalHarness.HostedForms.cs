namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

// Tokens come from the provider's forms, and each is valid for the payment for which its form was opened.
public abstract partial class VirtualTerminalHarness
{
    private static readonly Uri ReturnUrl = new("https://shop.example/return");

    private IHostedPayment Hosted =>
        Gateway.TryGet<IHostedPayment>(out var hosted) ? hosted : throw new InvalidOperationException();

    public override async Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind)
    {
        if (kind != PaymentMethodKind.Token)
        {
            return await base.NewSaleAsync(kind);
        }

        var sale = await NewSaleAsync() with
        {
            PaymentMethod = new CustomerChoicePaymentMethod(),
            ReturnUrl = ReturnUrl,
        };
        return sale with { PaymentMethod = await EnterAsync((await Hosted.StartAsync(sale)).NextAction) };
    }

    public override async Task<StorePaymentMethodRequest> NewStorableAsync(PaymentMethodKind kind)
    {
        var request = new StorePaymentMethodRequest
        {
            CustomerId = (await NewSaleAsync()).Customer!.Id,
            PaymentMethod = new CustomerChoicePaymentMethod(),
            BillingAddress = new Address { Line1 = "1 High Street", PostalCode = "62701" },
            ReturnUrl = ReturnUrl,
        };
        return request with { PaymentMethod = await EnterAsync((await Hosted.StartAsync(request)).NextAction) };
    }

    public override Task<IReadOnlyDictionary<string, string>> EnterPaymentMethodAsync(NextAction action)
    {
        var form = (FormPostAction)action;
        return BrowseAsync(form.Url, FillIn(form));
    }

    private async Task<PaymentMethod> EnterAsync(NextAction? action) =>
        PaymentMethod.Token((await EnterPaymentMethodAsync(action!))["token-id"]);
}
