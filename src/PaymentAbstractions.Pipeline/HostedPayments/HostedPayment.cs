namespace PaymentAbstractions;

/// <summary>
/// Hosted entry through the pipeline. A form is opened instead of sending, where the journal does not know the key; with the token that
/// the form gives, the same request takes the way of every payment.
/// </summary>
internal sealed class HostedPayment(ConfiguredGateway gateway, PaymentPipeline pipeline) : IHostedPayment
{
    // Where the rules look for a token while there is none.
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
            // The start was the charge itself, so this only asks what became of it: opening a return page sends nothing.
            return RunAsync(request, token: null, RefuseUnstartedAsync, cancellationToken);
        }

        // A return page that is opened again may have lost the token; what became of the payment is known all the same.
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

    // What is wrong with the entry stands beside what is wrong with the payment, and a key that is known is answered whatever is wrong.
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
                $"{request.Operation} cannot be started with the customer's entry at the gateway '{gateway.Name}'; see GatewayCapabilities.Hosted."
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
                $"the gateway '{gateway.Name}' stores no payment method that the customer enters at the provider; see GatewayCapabilities.Hosted."
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
        // A token comes back in the address.
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
                "must be an absolute https address (http on loopback and in the environment Sandbox only), to which the provider sends the customer back."
            );
        }

        if (method is not CustomerChoicePaymentMethod choice)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"must be a {nameof(CustomerChoicePaymentMethod)}: the customer enters it at the provider."
            );
        }
        else if (Adapter.OpensFormFor(choice) && (choice.ReceivedBy ?? choice.Reference) is not null)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"has {nameof(choice.ReceivedBy)} or {nameof(choice.Reference)}, which a card has no place for; leave them out."
            );
        }
    }

    // The key may have been another gateway's until its doubt ended just now; the form is that of the gateway that was asked.
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
            $"'{context.Asked.IdempotencyKey}' was not started here. Start the payment under this key."
        );

    private static PaymentRequestException NoToken() =>
        new(
            "returnedFields",
            "have no token of the provider's form, so the customer has not finished it. Start again under the same key."
        );
}
