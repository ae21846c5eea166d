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
        var choice = Check(request);
        return Adapter.OpensFormFor(choice)
            ? pipeline.RunAsync(
                new PaymentContext(gateway, WithToken(request, ToCome), cancellationToken)
                {
                    InsteadOfSending = context =>
                        context.Gateway.OpenFormAsync((ChargeRequest)context.Request, context.InFlight.Patience),
                }
            )
            : pipeline.RunAsync(gateway, request, cancellationToken);
    }

    public Task<PaymentResult> CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    )
    {
        var choice = Check(request);
        ArgumentNullException.ThrowIfNull(returnedFields);
        if (!Adapter.OpensFormFor(choice))
        {
            // The charge itself was the start; its repeat is answered by what became of it.
            return pipeline.RunAsync(gateway, request, cancellationToken);
        }

        // A return page that is opened again may have lost the token; what became of the payment is known all the same.
        return Adapter.ReadToken(returnedFields) is { } token
            ? pipeline.RunAsync(gateway, WithToken(request, token), cancellationToken)
            : pipeline.RunAsync(
                new PaymentContext(gateway, WithToken(request, ToCome), cancellationToken)
                {
                    InsteadOfSending = _ => throw NoToken(),
                }
            );
    }

    public Task<VaultResult> StartAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check(request);
        var stored = WithToken(request, ToCome);
        gateway.ThrowIfInvalid(stored);
        return Adapter.OpenFormAsync(stored, cancellationToken);
    }

    public Task<VaultResult> CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    )
    {
        Check(request);
        ArgumentNullException.ThrowIfNull(returnedFields);
        var stored = WithToken(request, Adapter.ReadToken(returnedFields) ?? throw NoToken());
        gateway.ThrowIfInvalid(stored);
        var vault = (ICustomerVault)Adapter.GetService(typeof(ICustomerVault))!;
        return vault.StorePaymentMethodAsync(stored, cancellationToken);
    }

    private CustomerChoicePaymentMethod Check(ChargeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new ProblemList();
        if (gateway.Capabilities.Hosted?.Operations.Contains(request.Operation) != true)
        {
            problems.Add(
                nameof(request.Operation),
                $"{request.Operation} cannot be started with the customer's entry at the gateway '{gateway.Name}'; see GatewayCapabilities.Hosted."
            );
        }

        CheckReturnUrl(request.ReturnUrl, problems);
        return Chosen(request.PaymentMethod, problems);
    }

    private void Check(StorePaymentMethodRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new ProblemList();
        if (gateway.Capabilities.Hosted?.StoresPaymentMethods != true)
        {
            problems.Add(
                nameof(HostedCapabilities.StoresPaymentMethods),
                $"the gateway '{gateway.Name}' stores no payment method that the customer enters at the provider; see GatewayCapabilities.Hosted."
            );
        }

        CheckReturnUrl(request.ReturnUrl, problems);
        _ = Chosen(request.PaymentMethod, problems);
    }

    private static void CheckReturnUrl(Uri? url, ProblemList problems)
    {
        if (url is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            problems.Add(
                nameof(PaymentMethodRequest.ReturnUrl),
                "must be an absolute http or https address, to which the provider sends the customer back."
            );
        }
    }

    private CustomerChoicePaymentMethod Chosen(PaymentMethod? method, ProblemList problems)
    {
        if (method is not CustomerChoicePaymentMethod choice)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"must be a {nameof(CustomerChoicePaymentMethod)}: the customer enters it at the provider."
            );
            problems.ThrowIfAny();
            throw new InvalidOperationException();
        }

        if (Adapter.OpensFormFor(choice) && (choice.ReceivedBy ?? choice.Reference) is not null)
        {
            problems.Add(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"has {nameof(choice.ReceivedBy)} or {nameof(choice.Reference)}, which a card has no place for; leave them out."
            );
        }

        problems.ThrowIfAny();
        return choice;
    }

    private static PaymentRequestException NoToken() =>
        new(
            "returnedFields",
            "have no token of the provider's form, so the customer has not finished it. Start again under the same key."
        );

    private static ChargeRequest WithToken(ChargeRequest request, PaymentToken token) =>
        request with
        {
            PaymentMethod = new TokenPaymentMethod { Token = token },
        };

    private static StorePaymentMethodRequest WithToken(StorePaymentMethodRequest request, PaymentToken token) =>
        request with
        {
            PaymentMethod = new TokenPaymentMethod { Token = token },
        };
}
