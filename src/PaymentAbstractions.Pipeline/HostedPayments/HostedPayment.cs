namespace PaymentAbstractions;

/// <summary>
/// Implements hosted entry in the pipeline. When the journal does not know the key, a form is opened instead of sending. With the token
/// from the form, the same request passes through the pipeline like every payment.
/// </summary>
internal sealed class HostedPayment(ConfiguredGateway gateway, PaymentPipeline pipeline) : IHostedPayment
{
    // A placeholder for the rules while there is no token.
    private static readonly PaymentToken ToCome = new("to-come");

    private PaymentAdapter Adapter => gateway.Adapter;

    public Task<PaymentResult> StartAsync(ChargeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OpensForm(request.PaymentMethod)
            ? RunAsync(request, ToCome, OpenFormAsync, cancellationToken)
            : RunAsync(request, token: null, insteadOfSending: null, cancellationToken);
    }

    public Task<PaymentResult> CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(returnedFields);
        if (!OpensForm(request.PaymentMethod))
        {
            // The start was the charge itself, so this only looks up its outcome: opening a return page sends nothing.
            return RunAsync(request, token: null, RefuseUnstartedAsync, cancellationToken);
        }

        // A return page that is opened again may have lost the token. The outcome of the payment is known anyway.
        return Adapter.ReadToken(returnedFields) is { } token
            ? RunAsync(request, token, insteadOfSending: null, cancellationToken)
            : RunAsync(request, ToCome, RefuseWithoutTokenAsync, cancellationToken);
    }

    public Task<VaultResult> StartAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return Adapter.OpenFormAsync(Checked(request, ToCome), cancellationToken);
    }

    public Task<VaultResult> CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(returnedFields);
        var token = Adapter.ReadToken(returnedFields);
        var stored = Checked(request, token ?? ToCome);
        var vault = (ICustomerVault)Adapter.GetService(typeof(ICustomerVault))!;
        return token is null ? throw NoToken() : vault.StorePaymentMethodAsync(stored, cancellationToken);
    }

    private bool OpensForm(PaymentMethod? method) =>
        method is not CustomerChoicePaymentMethod choice || Adapter.OpensFormFor(choice);

    // Problems with the entry are reported together with problems of the payment. A known key is answered in spite of any problem.
    private Task<PaymentResult> RunAsync(
        ChargeRequest request,
        PaymentToken? token,
        Func<PaymentContext, Task<PaymentResult>>? insteadOfSending,
        CancellationToken cancellationToken
    )
    {
        var asked = token is null ? request : request with { PaymentMethod = new TokenPaymentMethod { Token = token } };
        var context = new PaymentContext(gateway, asked, cancellationToken) { InsteadOfSending = insteadOfSending };
        if (gateway.Capabilities.Hosted?.Operations.Contains(request.Operation) != true)
        {
            context.Problems.Add(
                nameof(request.Operation),
                $"{request.Operation} with payment details that the customer enters at the provider is not supported by the gateway '{gateway.Name}'; see GatewayCapabilities.Hosted."
            );
        }

        CheckEntry(request.PaymentMethod, request.ReturnUrl, context.Problems);
        return pipeline.RunAsync(context);
    }

    private StorePaymentMethodRequest Checked(StorePaymentMethodRequest request, PaymentToken token)
    {
        var problems = new ProblemList();
        if (gateway.Capabilities.Hosted?.StoresPaymentMethods != true)
        {
            problems.Add(
                nameof(HostedCapabilities.StoresPaymentMethods),
                $"the gateway '{gateway.Name}' cannot store a payment method that the customer enters at the provider; see GatewayCapabilities.Hosted."
            );
        }

        CheckEntry(request.PaymentMethod, request.ReturnUrl, problems);
        problems.ThrowIfAny();
        var stored = request with { PaymentMethod = new TokenPaymentMethod { Token = token } };
        gateway.ThrowIfInvalid(stored);
        return stored;
    }

    private void CheckEntry(PaymentMethod? method, Uri? returnUrl, ProblemList problems)
    {
        // The token returns in the URL.
        if (
            returnUrl is not { IsAbsoluteUri: true }
            || !(
                returnUrl.Scheme == Uri.UriSchemeHttps
                || (
                    returnUrl.Scheme == Uri.UriSchemeHttp
                    && (returnUrl.IsLoopback || gateway.Environment == GatewayEnvironment.Sandbox)
                )
            )
        )
        {
            problems.Add(
                nameof(PaymentMethodRequest.ReturnUrl),
                "must be an absolute https address, to which the provider sends the customer back. It may be http only on loopback or in the Sandbox environment."
            );
        }

        if (method is not CustomerChoicePaymentMethod choice)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"must be a {nameof(CustomerChoicePaymentMethod)}, because the customer enters the details at the provider."
            );
        }
        else if (Adapter.OpensFormFor(choice) && (choice.ReceivedBy ?? choice.Reference) is not null)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"has {nameof(choice.ReceivedBy)} or {nameof(choice.Reference)}, which a card does not have; leave them out."
            );
        }
    }

    // Until its outcome became known just now, the key may have belonged to another gateway. The form is for the requested gateway.
    private Task<PaymentResult> OpenFormAsync(PaymentContext context)
    {
        var (request, _, problems) = gateway.Check(context.Asked);
        problems.ThrowIfAny();
        return gateway.OpenFormAsync((ChargeRequest)request, context.InFlight.Patience);
    }

    private static Task<PaymentResult> RefuseWithoutTokenAsync(PaymentContext context) => throw NoToken();

    private static Task<PaymentResult> RefuseUnstartedAsync(PaymentContext context) =>
        throw new PaymentRequestException(
            nameof(PaymentRequest.IdempotencyKey),
            $"'{context.Asked.IdempotencyKey}' is not the key of a started payment. Start the payment under this key first."
        );

    private static PaymentRequestException NoToken() =>
        new(
            "returnedFields",
            "contain no token from the provider's form, so the customer has not completed it. Start again under the same key."
        );
}
