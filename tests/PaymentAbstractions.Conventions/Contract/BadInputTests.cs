using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Testing;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.Conventions;

/// <summary>For any input, every operation answers or reports the problem: there is no null reference and no broken state.</summary>
public sealed class BadInputTests
{
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Payments:Journal"] = "InMemory",
        ["Payments:Default"] = "rebilly",
        ["Payments:Resilience:MaxRetries"] = "0",
        ["Payments:Resilience:MaxLookupRetries"] = "0",
        ["Payments:Resilience:FailureRatio"] = "0",
        ["Payments:Gateways:rebilly:Provider"] = "Rebilly",
        ["Payments:Gateways:rebilly:Environment"] = "Sandbox",
        ["Payments:Gateways:rebilly:OrganizationId"] = "org",
        ["Payments:Gateways:rebilly:WebsiteId"] = "web",
        ["Payments:Gateways:rebilly:ApiKey"] = "sk",
        ["Payments:Gateways:rebilly:CommercialDataCustomField"] = "level3",
        ["Payments:Gateways:rebilly:MaxCommercialDataLength"] = "4000",
        ["Payments:Gateways:terminal:Provider"] = "VirtualTerminal",
        ["Payments:Gateways:terminal:Environment"] = "Sandbox",
        ["Payments:Gateways:terminal:BaseUrl"] = "https://terminal.example/api/",
        ["Payments:Gateways:terminal:ApiKey"] = "key",
        ["Payments:Gateways:terminal:MerchantId"] = "mid",
        ["Payments:Gateways:terminal:EnableRefunds"] = "true",
    };

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var gateway in (string[])["rebilly", "terminal"])
            {
                foreach (
                    var method in Methods.Where(method =>
                        TakesRequest(method) && (gateway == "rebilly" || !IsOptional(method))
                    )
                )
                {
                    data.Add(gateway, NameOf(method));
                }
            }

            return data;
        }
    }

    private static IEnumerable<MethodInfo> Methods =>
        (
            (Type[])
                [
                    typeof(IPaymentGateway),
                    typeof(IPaymentMethodSetup),
                    typeof(ICustomerVault),
                    typeof(IPaymentMethodCatalog),
                    typeof(IPayouts),
                    typeof(ITransactionSearch),
                ]
        )
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    /// <summary>Operations on objects that the provider stores, which take only ids.</summary>
    public static TheoryData<string, string> OperationsById
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var gateway in (string[])["rebilly", "terminal"])
            {
                data.AddRange(
                    Methods
                        .Where(method =>
                            TakesIds(method) && (gateway == "rebilly" || method.DeclaringType != typeof(IPayouts))
                        )
                        .Select(method => (gateway, NameOf(method)))
                        .ToArray()
                );
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task No_input_breaks_an_operation(string gateway, string operation)
    {
        await using var services = Build();
        var method = Methods.Single(one => NameOf(one) == operation);
        var target = services.GetRequiredService<IPaymentGateways>().Get(gateway);
        var service = IsOptional(method) ? target.GetService(method.DeclaringType!)! : target;
        var type = method.GetParameters()[0].ParameterType;
        var account = AccountOf(target);
        var broken = new List<string>();
        var refused = 0;
        var cases = 0;

        Assert.IsType<ArgumentNullException>(await ThrownAsync(method, service, [null]));
        foreach (var original in Originals(type, gateway, account))
        {
            foreach (var (path, value) in BadInput.Of(original))
            {
                var thrown = await ThrownAsync(method, service, Fresh(value, cases++));
                refused += thrown is PaymentRequestException ? 1 : 0;
                // There is no network, so reads fail.
                if (thrown is not (null or PaymentRequestException or PaymentReadException))
                {
                    broken.Add($"{path}: {thrown.GetType().Name} {thrown.Message} {thrown.StackTrace?.Split('\n')[0]}");
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        Assert.True(cases > 10 && refused > 5, $"{cases} cases, {refused} refused");
    }

    [Theory]
    [MemberData(nameof(OperationsById))]
    public async Task No_id_breaks_an_operation(string gateway, string operation)
    {
        await using var services = Build();
        var method = Methods.Single(one => NameOf(one) == operation);
        var vault = services.GetRequiredService<IPaymentGateways>().Get(gateway).GetService(method.DeclaringType!)!;
        var ids = method.GetParameters().Length - 1;
        var refused = 0;

        for (var spoiled = 0; spoiled < ids; spoiled++)
        {
            foreach (var text in BadInput.Texts)
            {
                object?[] arguments = [.. Enumerable.Repeat("77", ids)];
                arguments[spoiled] = text;
                var thrown = await ThrownAsync(method, vault, arguments);
                refused += thrown is PaymentRequestException ? 1 : 0;
                Assert.True(
                    text is not null ? thrown is PaymentRequestException
                        : IsRequired(method, spoiled) ? thrown is ArgumentNullException
                        : thrown is PaymentReadException,
                    $"{operation}, parameter {spoiled + 1}, text {Array.IndexOf(BadInput.Texts, text)}: {thrown}"
                );
            }
        }

        Assert.Equal(ids * (BadInput.Texts.Length - 1), refused);
    }

    // Two interfaces may have a method of one name.
    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    // Without an optional id, the method reads everything, which fails without a network.
    private static bool IsRequired(MethodInfo method, int parameter) => !method.GetParameters()[parameter].IsOptional;

    private static bool TakesIds(MethodInfo method) => method.GetParameters()[0].ParameterType == typeof(string);

    private static bool TakesRequest(MethodInfo method) => method.GetParameters().Length == 2 && !TakesIds(method);

    private static bool IsOptional(MethodInfo method) => method.DeclaringType != typeof(IPaymentGateway);

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        services.AddPayments(
            new ConfigurationBuilder().AddInMemoryCollection(Settings).Build().GetSection("Payments"),
            payments => payments.AddProvider<RebillyProvider>().AddProvider<VirtualTerminalProvider>()
        );
        services
            .AddHttpClient(Http.PaymentTransport.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new NoNetwork());
        return services.BuildServiceProvider();
    }

    private static AccountFingerprint AccountOf(IPaymentGateway gateway)
    {
        // A reference to another account is refused, and the refusal would hide everything else.
        return gateway.Name == "rebilly"
            ? AccountFingerprint.Of("Rebilly", "api-sandbox.rebilly.com", "org")
            : AccountFingerprint.Of("VirtualTerminal", "terminal.example", "mid");
    }

    private static async Task<Exception?> ThrownAsync(MethodInfo method, object target, params object?[] arguments)
    {
        try
        {
            switch (method.Invoke(target, [.. arguments, TestContext.Current.CancellationToken]))
            {
                case Task task:
                    await task;
                    break;
                case IAsyncEnumerable<object> list:
                    await foreach (var _ in list) { }

                    break;
            }

            return null;
        }
#pragma warning disable CA1031 // The test checks which exceptions occur.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        }
    }

    // Each payment is a new one, so that none is answered from the journal.
    private static object Fresh(object value, int i) =>
        value switch
        {
            ChargeRequest { IdempotencyKey.IsSpecified: true, OrderReference.IsSpecified: true } charge => charge with
            {
                IdempotencyKey = new IdempotencyKey($"key-{i}"),
                OrderReference = new OrderReference($"order-{i}"),
            },
            PaymentRequest { IdempotencyKey.IsSpecified: true } request => request with
            {
                IdempotencyKey = new IdempotencyKey($"key-{i}"),
            },
            _ => value,
        };

    private static IEnumerable<object> Originals(Type type, string gateway, AccountFingerprint account)
    {
        var reference = new TransactionReference(gateway, account, "1234");
        return type.Name switch
        {
            nameof(CaptureRequest) =>
            [
                PaymentRequests.Capture(reference) with
                {
                    CommercialCardData = BadInputSamples.Order,
                },
            ],
            nameof(VoidRequest) => [PaymentRequests.Void(reference) with { RefundedElsewhere = Money.Usd(1m) }],
            nameof(RefundRequest) =>
            [
                PaymentRequests.Refund(reference) with
                {
                    CommercialCardData = BadInputSamples.Order,
                    RefundedElsewhere = Money.Usd(1m),
                },
            ],
            nameof(FindRequest) =>
            [
                FindRequest.For(reference),
                FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default, gateway)),
                FindRequest.For(PaymentAttempt.Of(PaymentRequests.Refund(reference), default, gateway)),
            ],
            nameof(Customer) => [BadInputSamples.Customer],
            nameof(PaymentMethodQuery) =>
            [
                new PaymentMethodQuery
                {
                    Amount = Money.Usd(12.50m),
                    CustomerId = "77",
                    BillingAddress = BadInputSamples.Address,
                    Shopper = new ShopperContext { IpAddress = "203.0.113.7", DeviceFingerprint = "fp-1" },
                },
            ],
            nameof(TransactionQuery) =>
            [
                new TransactionQuery
                {
                    From = DateTimeOffset.UnixEpoch,
                    Until = DateTimeOffset.UnixEpoch.AddYears(60),
                    CustomerId = "77",
                    Operations = [PaymentOperation.Sale],
                },
            ],
            nameof(PayoutRequest) =>
            [
                new PayoutRequest
                {
                    Id = "payout-1",
                    Amount = Money.Usd(12.50m),
                    CustomerId = "77",
                    PaymentMethodId = "inst_1",
                    Description = "Winnings",
                    ReturnUrl = new Uri("https://shop.example/paid?id={{id}}"),
                },
            ],
            nameof(CancelPayoutRequest) =>
            [
                new CancelPayoutRequest
                {
                    PayoutId = "payout-1",
                    CanceledBy = PayoutCanceledBy.Merchant,
                    Description = "Too late",
                },
            ],
            nameof(StorePaymentMethodRequest) => BadInputSamples.Methods.Select(method => new StorePaymentMethodRequest
            {
                CustomerId = "77",
                PaymentMethod = method,
                BillingAddress = BadInputSamples.Address,
            }),
            nameof(UpdatePaymentMethodRequest) =>
            [
                new UpdatePaymentMethodRequest
                {
                    CustomerId = "77",
                    PaymentMethodId = "12",
                    Token = new PaymentToken("tok_1"),
                    BillingAddress = BadInputSamples.Address,
                },
                new UpdatePaymentMethodRequest
                {
                    CustomerId = "77",
                    PaymentMethodId = "12",
                    ExpiryMonth = 12,
                    ExpiryYear = 2031,
                },
            ],
            nameof(SaleRequest) => BadInputSamples.Methods.Select(method =>
                (object)
                    BadInputSamples.Fill(
                        PaymentRequests.Sale() with
                        {
                            CommercialCardData = BadInputSamples.Order,
                        },
                        method
                    )
            ),
            nameof(AuthorizeRequest) => BadInputSamples.Methods.Select(method =>
                (object)BadInputSamples.Fill(PaymentRequests.Authorize(), method)
            ),
            nameof(CreditRequest) => BadInputSamples.Methods.Select(method =>
                (object)BadInputSamples.Fill(PaymentRequests.Credit(), method)
            ),
            nameof(SetupRequest) => BadInputSamples.Methods.Select(method =>
                (object)BadInputSamples.Fill(PaymentRequests.Setup(), method)
            ),
            _ => throw new NotSupportedException($"There is no example of a {type}; add one."),
        };
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new HttpRequestException(HttpRequestError.ConnectionError, "There is no network.");
    }
}
