namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RequestRulesTests
{
    private static readonly AccountFingerprint Account = AccountFingerprint.Of("Test", "Sandbox", "eu");
    private static readonly TransactionReference Original = new("cards", Account, "original");

    private static readonly PaymentCard Card = new()
    {
        Number = new CardNumber("4111111111111111"),
        ExpiryMonth = 12,
        ExpiryYear = 2030,
    };

    private static readonly BbanBankAccount BankAccount = new()
    {
        AccountNumber = new BankAccountNumber("123456789"),
        RoutingNumber = "110000000",
        AccountType = BankAccountType.Checking,
    };

    private static readonly IbanBankAccount Iban = new()
    {
        AccountNumber = new BankAccountNumber("DE89370400440532013000"),
    };

    public static TheoryData<string, PaymentRequest> WrongRequests =>
        new()
        {
            { "IdempotencyKey", Sale with { IdempotencyKey = default } },
            { "OrderReference", Sale with { OrderReference = default } },
            { "OrderReference", Testing.PaymentRequests.Authorize() with { OrderReference = default } },
            { "Amount", Sale with { Amount = default } },
            { "Amount", Sale with { Amount = Money.Usd(0m) } },
            { "Amount", Sale with { Amount = Money.Usd(-1m) } },
            { "Amount", Sale with { Amount = Money.Of(1m, "BGN") } },
            { "Amount", Testing.PaymentRequests.Authorize() with { Amount = Money.Usd(-1m) } },
            { "Amount", Testing.PaymentRequests.Capture(Original, Money.Usd(0m)) },
            { "Amount", Testing.PaymentRequests.Refund(Original, Money.Usd(0m)) },
            { "Amount", Testing.PaymentRequests.Credit(Money.Usd(0m)) },
            { "Amount", Testing.PaymentRequests.Setup(Money.Usd(-1m)) },
            { "PaymentMethod", Sale with { PaymentMethod = null! } },
            { "PaymentMethod.Id", Sale with { PaymentMethod = PaymentMethod.Stored(" ") } },
            { "PaymentMethod.Token", Sale with { PaymentMethod = new TokenPaymentMethod { Token = null! } } },
            { "PaymentMethod.Number", Sale with { PaymentMethod = Card with { Number = null! } } },
            { "PaymentMethod.ExpiryMonth", Sale with { PaymentMethod = Card with { ExpiryMonth = 0 } } },
            { "PaymentMethod.ExpiryMonth", Sale with { PaymentMethod = Card with { ExpiryMonth = 13 } } },
            { "PaymentMethod.ExpiryYear", Sale with { PaymentMethod = Card with { ExpiryYear = 30 } } },
            { "PaymentMethod.ExpiryYear", Sale with { PaymentMethod = Card with { ExpiryYear = 2100 } } },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = BankAccount with { AccountNumber = null! } } },
            { "PaymentMethod.RoutingNumber", Sale with { PaymentMethod = BankAccount with { RoutingNumber = "" } } },
            { "PaymentMethod.RoutingNumber", Sale with { PaymentMethod = BankAccount with { RoutingNumber = "11A" } } },
            {
                "PaymentMethod.AccountType",
                Sale with
                {
                    PaymentMethod = BankAccount with { AccountType = (BankAccountType)9 },
                }
            },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = Iban with { AccountNumber = null! } } },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = IbanOf("DE88370400440532013000") } },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = IbanOf("123456789012345678") } },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = IbanOf("DE8937040044") } },
            { "PaymentMethod.AccountNumber", Sale with { PaymentMethod = IbanOf("UK26WEST12345698765432") } },
            { "PaymentMethod.ExpiryYear", Sale with { PaymentMethod = Card with { ExpiryYear = 2028 } } },
            {
                "PaymentMethod.ExpiryYear",
                Testing.PaymentRequests.Setup() with
                {
                    PaymentMethod = Card with { ExpiryYear = 2028 },
                }
            },
            { "Customer.Id", Sale with { Customer = new Customer { Id = "" } } },
            { "StoredCredentialUse", Sale with { StoredCredentialUse = (StoredCredentialUse)99 } },
            { "BillingAddress.Country", Sale with { BillingAddress = new Address { Country = "us" } } },
            { "BillingAddress.Country", Sale with { BillingAddress = new Address { Country = "USA" } } },
            { "BillingAddress.Country", Sale with { BillingAddress = new Address { Country = "UK" } } },
            { "ShippingAddress.Country", Sale with { ShippingAddress = new Address { Country = "" } } },
            {
                "Customer.Address.Country",
                Sale with
                {
                    Customer = new Customer
                    {
                        Id = "c-1",
                        Address = new Address { Country = "EL" },
                    },
                }
            },
            { "ProviderOptions", Sale with { ProviderOptions = [new Options(), new Options { Is = true }] } },
            { "Authorization", Testing.PaymentRequests.Capture(null!) },
            { "Transaction", Testing.PaymentRequests.Void(null!) },
            { "Transaction", Testing.PaymentRequests.Refund(null!) },
            { "IfSettled", Testing.PaymentRequests.Void(Original) with { IfSettled = (IfSettled)7 } },
            { "RefundedElsewhere", Refund with { RefundedElsewhere = Money.Usd(-1m) } },
            { "RefundedElsewhere", Refund with { RefundedElsewhere = Money.Eur(1m) } },
        };

    public static TheoryData<PaymentRequest> RightRequests =>
        [
            Sale,
            Sale with
            {
                PaymentMethod = Card,
                Description = "short",
            },
            Sale with
            {
                PaymentMethod = BankAccount,
            },
            Sale with
            {
                PaymentMethod = Iban,
            },
            Sale with
            {
                PaymentMethod = new CustomerDefaultPaymentMethod(),
            },
            Sale with
            {
                PaymentMethod = new CustomerChoicePaymentMethod(),
            },
            Sale with
            {
                BillingAddress = new Address { Country = "DE" },
                ShippingAddress = new Address { Country = "XK" },
            },
            Sale with
            {
                PaymentMethod = IbanOf("XK051212012345678906"),
                ShippingAddress = new Address(),
            },
            Testing.PaymentRequests.Authorize(Money.Usd(0m)),
            Testing.PaymentRequests.Setup(Money.Usd(0m)),
            Sale with
            {
                PaymentMethod = IbanOf("NO93 8601 1117 947"),
            },
            Sale with
            {
                PaymentMethod = IbanOf("MT84 MALT 0110 0001 2345 MTLC AST0 01S"),
            },
            Testing.PaymentRequests.Credit(),
            Testing.PaymentRequests.Credit() with
            {
                PaymentMethod = Card with { ExpiryYear = 2028 },
            },
            Testing.PaymentRequests.Capture(Original),
            Testing.PaymentRequests.Void(Original) with
            {
                IfSettled = IfSettled.Refund,
            },
            Refund with
            {
                RefundedElsewhere = Money.Usd(0m),
            },
        ];

    public static TheoryData<string, PaymentRequest> UnsupportedRequests =>
        new()
        {
            { "Operation", Testing.PaymentRequests.Credit() },
            { "ProviderOptions", Sale with { ProviderOptions = [new Options { Is = true }] } },
            { "PaymentMethod", Sale },
            { "Amount", Sale with { Amount = Money.Eur(1m) } },
            { "Amount", Testing.PaymentRequests.Authorize(Money.Usd(0m)) },
            { "ShippingAddress", Sale with { ShippingAddress = new Address() } },
            { "StatementDescriptor", Sale with { StatementDescriptor = "SHOP" } },
            { "NetworkTransactionId", Sale with { NetworkTransactionId = "016153570198200" } },
            { "ThreeDSecure", Sale with { ThreeDSecure = Authentication } },
            { "CommercialCardData", Sale with { CommercialCardData = Invoice } },
            { "CommercialCardData", Testing.PaymentRequests.Capture(Original) with { CommercialCardData = Invoice } },
        };

    private static IbanBankAccount IbanOf(string number) => new() { AccountNumber = new BankAccountNumber(number) };

    private static ThreeDSecureAuthentication Authentication =>
        new() { Status = ThreeDSecureStatus.Authenticated, Version = "2.2.0" };

    private static CommercialCardData Invoice => new() { InvoiceNumber = "R-2041" };

    private static SaleRequest Sale => Testing.PaymentRequests.Sale();

    private static RefundRequest Refund => Testing.PaymentRequests.Refund(Original);

    [Theory]
    [MemberData(nameof(WrongRequests))]
    public void A_request_that_no_provider_could_accept_is_refused(string field, PaymentRequest request)
    {
        var problems = Check(request, TestBackend.Everything);

        Assert.Equal([field], problems.Select(problem => problem.Field));
    }

    [Theory]
    [MemberData(nameof(RightRequests))]
    public void A_valid_request_has_no_problem(PaymentRequest request)
    {
        Assert.Empty(Check(request, TestBackend.Everything));
    }

    [Theory]
    [MemberData(nameof(UnsupportedRequests))]
    public void A_request_that_the_gateway_does_not_support_is_refused(string field, PaymentRequest request)
    {
        var little = new GatewayCapabilities
        {
            Provider = "Little",
            Operations = [PaymentOperation.Sale, PaymentOperation.Authorize, PaymentOperation.Capture],
            PaymentMethods = [PaymentMethodKind.Stored],
            Currencies = [Currency.Usd],
        };

        var problems = Check(request, little);

        Assert.Contains(field, problems.Select(problem => problem.Field));
        Assert.Empty(Check(request, TestBackend.Everything));
    }

    [Fact]
    public void A_payment_method_that_is_not_taken_lists_those_that_are()
    {
        var capabilities = TestBackend.Everything with { PaymentMethods = [PaymentMethodKind.Stored] };

        var problem = Assert.Single(Check(Sale, capabilities));

        Assert.Contains("Token is not accepted by Test", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("which accepts Stored.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cards", true)]
    [InlineData("old_cards", true)]
    [InlineData("bank", false)]
    public void A_reference_names_the_gateway_or_its_former_name(string gateway, bool isRight)
    {
        var request = Testing.PaymentRequests.Refund(new TransactionReference(gateway, Account, "original"));

        Assert.Equal(isRight, Check(request, TestBackend.Everything).Count == 0);
    }

    [Fact]
    public async Task All_problems_come_at_once_those_of_the_provider_too_and_nothing_reaches_it()
    {
        await using var payments = new TestPayments();
        var request = Sale with
        {
            IdempotencyKey = default,
            OrderReference = default,
            Amount = default,
            PaymentMethod = PaymentMethod.Stored(""),
            Description = "too long for the provider",
        };

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.SaleAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            ["IdempotencyKey", "Amount", "PaymentMethod.Id", "OrderReference", "Description"],
            exception.Problems.Select(problem => problem.Field)
        );
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task No_request_is_an_argument_error()
    {
        await using var payments = new TestPayments();
        var token = TestContext.Current.CancellationToken;

        foreach (var gateway in new[] { payments.Default, payments.Gateways.Get("cards_us") })
        {
            await Assert.ThrowsAsync<ArgumentNullException>(() => gateway.SaleAsync(null!, token));
            await Assert.ThrowsAsync<ArgumentNullException>(() => gateway.CaptureAsync(null!, token));
            await Assert.ThrowsAsync<ArgumentNullException>(() => gateway.VoidAsync(null!, token));
            await Assert.ThrowsAsync<ArgumentNullException>(() => gateway.RefundAsync(null!, token));
            await Assert.ThrowsAsync<ArgumentNullException>(() => gateway.FindAsync(null!, token));
        }
    }

    [Fact]
    public void A_look_up_needs_either_reference_or_attempt()
    {
        var attempt = PaymentAttempt.Of(Sale, default);

        AssertRefused("FindRequest", new FindRequest());
        AssertRefused("FindRequest", new FindRequest { Transaction = Original, Attempt = attempt });
    }

    [Fact]
    public void A_look_up_belongs_to_the_gateway()
    {
        var strange = new TransactionReference("bank", Account, "original");
        var attempt = PaymentAttempt.Of(Testing.PaymentRequests.Refund(strange), default);

        AssertRefused("Transaction", FindRequest.For(strange));
        AssertRefused("Attempt.Original", FindRequest.For(attempt));
        AssertRefused(
            "Attempt.IdempotencyKey",
            FindRequest.For(PaymentAttempt.Of(Sale with { IdempotencyKey = default }, default))
        );
    }

    [Theory]
    [InlineData("..", "'..'")]
    [InlineData(".", "'.'")]
    [InlineData("../refunds", "'../refunds'")]
    [InlineData("a/../b", "'a/../b'")]
    [InlineData("a\\..", "'a\\..'")]
    [InlineData("%2E%2e", "'%2E%2e'")]
    [InlineData("..%2Fa", "'..%2Fa'")]
    [InlineData("%252e", "'%252e'")]
    [InlineData("..?x", "'..?x'")]
    [InlineData("..#4111111111111111", "'..#************1111'")]
    public async Task An_id_that_is_a_step_in_a_path_reaches_no_operation(string id, string quoted)
    {
        await using var payments = new TestPayments();
        var (gateway, token) = (payments.Default, TestContext.Current.CancellationToken);
        var original = new TransactionReference("cards_eu", payments.Backend.Newest("cards_eu").Account, id);
        var sale = Sale with { PaymentMethod = PaymentMethod.Stored(id) };
        var customer = new Customer { Id = id };
        var setup = (IPaymentMethodSetup)gateway.GetService(typeof(IPaymentMethodSetup))!;

        await AssertRefusedAsync("PaymentMethod.Id", gateway.SaleAsync(sale, token));
        await AssertRefusedAsync("Customer.Id", gateway.SaleAsync(Sale with { Customer = customer }, token));
        await AssertRefusedAsync(
            "Customer.Id",
            gateway.AuthorizeAsync(Testing.PaymentRequests.Authorize() with { Customer = customer }, token)
        );
        await AssertRefusedAsync(
            "Customer.Id",
            gateway.CreditAsync(Testing.PaymentRequests.Credit() with { Customer = customer }, token)
        );
        await AssertRefusedAsync(
            "Customer.Id",
            setup.SetupAsync(Testing.PaymentRequests.Setup(Money.Usd(0m)) with { Customer = customer }, token)
        );
        await AssertRefusedAsync(
            "Authorization",
            gateway.CaptureAsync(Testing.PaymentRequests.Capture(original), token)
        );
        await AssertRefusedAsync("Transaction", gateway.VoidAsync(Testing.PaymentRequests.Void(original), token));
        await AssertRefusedAsync("Transaction", gateway.RefundAsync(Testing.PaymentRequests.Refund(original), token));
        await AssertRefusedAsync("Transaction", gateway.FindAsync(FindRequest.For(original), token));
        await AssertRefusedAsync(
            "Attempt.Original",
            gateway.FindAsync(
                FindRequest.For(PaymentAttempt.Of(Testing.PaymentRequests.Refund(original), default)),
                token
            )
        );
        var attempt = PaymentAttempt.Of(sale with { Customer = customer }, default) with { PaymentMethodId = null };
        await AssertRefusedAsync("Attempt.CustomerId", gateway.FindAsync(FindRequest.For(attempt), token));
        await AssertRefusedAsync(
            "Attempt.PaymentMethodId",
            gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(sale, default)), token)
        );
        Assert.Empty(payments.Backend.Executed);

        async Task AssertRefusedAsync(string field, Task refused)
        {
            var problem = Assert.Single((await Assert.ThrowsAsync<PaymentRequestException>(() => refused)).Problems);
            Assert.Equal(field, problem.Field);
            Assert.StartsWith($"is {quoted}, and must not contain", problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a b", "'a b'")]
    [InlineData("a\n", "'a\\u000A'")]
    [InlineData("a\0", "'a\\u0000'")]
    [InlineData("a\u2028", "'a\\u2028'")]
    public void White_space_and_control_characters_are_in_no_id(string id, string quoted)
    {
        var request = Sale with { Customer = new Customer { Id = id } };

        var problem = Assert.Single(Check(request, TestBackend.Everything));

        Assert.Equal("Customer.Id", problem.Field);
        Assert.StartsWith($"is {quoted}, and", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_a_step_in_a_path_is_refused_and_not_quoted()
    {
        var problem = Assert.Single(
            Check(Sale with { PaymentMethod = PaymentMethod.Token("tok/../x") }, TestBackend.Everything)
        );

        Assert.Equal("PaymentMethod.Token", problem.Field);
        Assert.DoesNotContain("tok", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a.b..c")]
    [InlineData("...")]
    [InlineData("100%")]
    [InlineData("a?b#c=+")]
    public void Ids_that_an_adapter_can_escape_are_valid(string id) =>
        Assert.Empty(Check(Sale with { Customer = new Customer { Id = id } }, TestBackend.Everything));

    [Fact]
    public void A_look_up_that_is_right_has_no_problem()
    {
        var rules = Rules(TestBackend.Everything);

        rules.ThrowIfInvalid(FindRequest.For(Original));
        rules.ThrowIfInvalid(FindRequest.For(PaymentAttempt.Of(Refund, default)));
    }

    private static void AssertRefused(string field, FindRequest request)
    {
        var exception = Assert.Throws<PaymentRequestException>(() =>
            Rules(TestBackend.Everything).ThrowIfInvalid(request)
        );

        Assert.Equal([field], exception.Problems.Select(problem => problem.Field));
    }

    private static IReadOnlyList<RequestProblem> Check(PaymentRequest request, GatewayCapabilities capabilities)
    {
        var problems = new ProblemList();
        Rules(capabilities).Check(request, problems);
        return problems.Count == 0 ? [] : Assert.Throws<PaymentRequestException>(problems.ThrowIfAny).Problems;
    }

    private static RequestRules Rules(GatewayCapabilities capabilities) =>
        new("cards", ["old_cards"], capabilities, Account, new Testing.ManualTimeProvider());

    private sealed record Options : ProviderRequestOptions
    {
        public bool Is { get; init; }

        public override bool IsRecordOnly => Is;
    }
}
