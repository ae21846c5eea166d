using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CommercialCardPolicyTests : IAsyncDisposable
{
    private readonly TestPayments _payments = new();

    public static TheoryData<string> Operations => ["Sale", "Authorize", "Capture", "Refund", "Credit"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    [Fact]
    public async Task Valid_data_reaches_the_adapter_complete()
    {
        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(), Token);

        var sent = Assert.IsType<SaleRequest>(Assert.Single(_payments.Backend.Executed).Call.Request);
        Assert.Equal(CommercialOrders.Data, sent.CommercialCardData);
        Assert.True(result.IsApproved);
        Assert.Equal(
            (CommercialDataLevel.LevelIII, []),
            (result.CommercialData.SentLevel, result.CommercialData.DroppedFields)
        );
    }

    [Fact]
    public async Task Errors_are_problems_with_their_path_and_nothing_reaches_the_adapter()
    {
        var line = CommercialOrders.Data.LineItems[0] with { NetAmount = Money.Usd(80.01m), Description = "item" };
        var data = CommercialOrders.Data with { CustomerReference = "0", LineItems = [line] };

        var refused = await RefusedAsync(CommercialOrders.Sale(data));

        Assert.Equal(
            [
                "CommercialCardData.CustomerReference",
                "CommercialCardData.LineItems[0].Description",
                "CommercialCardData.LineItems[0].NetAmount",
            ],
            refused.Problems.Select(problem => problem.Field)
        );
        Assert.EndsWith("off by 0.01.", refused.Problems[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_amount_that_the_parts_do_not_make_is_a_problem_of_the_amount(string operation)
    {
        var refused = await RefusedAsync(Request(operation, CommercialOrders.Data, Money.Usd(96.61m)));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("Amount", problem.Field);
        Assert.Contains("must be 96.60 (", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_amount_is_reported_once()
    {
        var refused = await RefusedAsync(CommercialOrders.Sale() with { Amount = default });

        Assert.Equal(["Amount"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public async Task Warnings_do_not_stop_a_payment()
    {
        var line = CommercialOrders.Data.LineItems[0];
        var data = CommercialOrders.Data with { LineItems = [line with { UnitOfMeasure = "CASE" }] };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.IsApproved);
        Assert.NotEmpty(CommercialCardValidator.Validate(data, CommercialOrders.Amount));
    }

    [Fact]
    public async Task The_adapter_decides_what_a_level_needs()
    {
        var data = new CommercialCardData { RequestedLevel = RequestedDataLevel.LevelIII, InvoiceNumber = "R-2041" };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.IsApproved);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Unwanted_data_is_left_out_and_reported(string operation)
    {
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None };

        var result = await SendAsync(Request(operation, data, CommercialOrders.Amount));

        var sent = Assert.Single(_payments.Backend.Executed).Call.Request;
        Assert.Null(Assert.IsType<ICommercialCardRequest>(sent, exactMatch: false).CommercialCardData);
        Assert.Equal(CommercialOrders.Fields, result.CommercialData.DroppedFields);

        // A capture or refund has the level of its original.
        Assert.Equal(
            operation is "Capture" or "Refund" ? null : CommercialDataLevel.LevelI,
            result.CommercialData.SentLevel
        );
    }

    [Fact]
    public async Task Unwanted_data_is_not_checked()
    {
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None, Duty = Money.Eur(-1m) };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.SentLevel);
    }

    [Theory]
    [InlineData(RequestedDataLevel.None, false)]
    [InlineData(RequestedDataLevel.BestEffort, true)]
    public async Task An_unsent_payment_reports_nothing_as_left_out(RequestedDataLevel level, bool takesAny)
    {
        TakeData(takesAny);
        _payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);
        var data = CommercialOrders.Data with { RequestedLevel = level };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        Assert.Equal((null, []), (result.CommercialData.SentLevel, result.CommercialData.DroppedFields));
    }

    [Fact]
    public async Task A_payment_that_may_have_been_sent_without_its_data_reports_this()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new FormatException();
        };
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(
            (CommercialDataLevel.LevelI, CommercialOrders.Fields),
            (result.CommercialData.SentLevel, result.CommercialData.DroppedFields)
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.BestEffort, WhenNotExpressible.Refuse, "CommercialCardData")]
    [InlineData(RequestedDataLevel.BestEffort, (WhenNotExpressible)9, "CommercialCardData")]
    [InlineData(RequestedDataLevel.LevelII, WhenNotExpressible.DropAndReport, "CommercialCardData.RequestedLevel")]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.DropAndReport, "CommercialCardData.RequestedLevel")]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.Refuse, "CommercialCardData.RequestedLevel")]
    public async Task A_gateway_that_takes_no_data_refuses_it(
        RequestedDataLevel level,
        WhenNotExpressible when,
        string field
    )
    {
        TakeData(takesAny: false);
        var data = CommercialOrders.Data with { RequestedLevel = level, WhenNotExpressible = when };

        var refused = await RefusedAsync(CommercialOrders.Sale(data));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(
            "'cards_eu' (Test) does not accept Level II or III data",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.BestEffort)]
    [InlineData(RequestedDataLevel.None)]
    public async Task A_gateway_that_takes_no_data_goes_without_it_where_that_is_allowed(RequestedDataLevel level)
    {
        TakeData(takesAny: false);
        var data = CommercialOrders.Data with
        {
            RequestedLevel = level,
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
        };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        var sent = Assert.IsType<SaleRequest>(Assert.Single(_payments.Backend.Executed).Call.Request);
        Assert.Null(sent.CommercialCardData);
        Assert.Equal(
            (CommercialDataLevel.LevelI, CommercialOrders.Fields),
            (result.CommercialData.SentLevel, result.CommercialData.DroppedFields)
        );
    }

    [Fact]
    public async Task Data_that_says_nothing_is_no_reason_to_refuse()
    {
        TakeData(takesAny: false);

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(new CommercialCardData()), Token);

        Assert.True(result.IsApproved);
        Assert.Empty(result.CommercialData.DroppedFields);
    }

    private static CommercialCardData Droppable =>
        CommercialOrders.Data with
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_line_that_breaks_a_rule_brings_an_order_that_may_be_dropped_down_to_Level_II(string operation)
    {
        var line = Droppable.LineItems[0] with { Description = "item" };

        var result = await SendAsync(
            Request(operation, Droppable with { LineItems = [line] }, CommercialOrders.Amount)
        );

        var request = Assert.Single(_payments.Backend.Executed).Call.Request;
        var sent = Assert.IsType<ICommercialCardRequest>(request, exactMatch: false).CommercialCardData;
        Assert.Equal(
            ["CustomerReference", "Tax.Amount", "Tax.Treatment", "Freight", "ShipTo.PostalCode"],
            sent!.GivenFields()
        );

        // The adapter of the test has no field for freight at Level II; what it drops is reported with the rest.
        Assert.Equal(
            CommercialOrders.Fields.Where(field => field == "Freight" || !sent.GivenFields().Contains(field)),
            result.CommercialData.DroppedFields
        );
        var because = Assert.Single(result.CommercialData.DroppedBecause);
        Assert.Equal(("LineItems[0].Description", CommercialCardRule.NoFiller), (because.Field, because.Rule));
    }

    [Fact]
    public async Task A_sum_that_is_off_drops_the_lines_and_a_broken_freight_what_may_go_without_it()
    {
        var data = Droppable with { Freight = Money.Usd(11m) };
        await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);
        await _payments.Default.AuthorizeAsync(
            Testing.PaymentRequests.Authorize(CommercialOrders.Amount) with
            {
                OrderReference = new OrderReference("another"),
                CommercialCardData = data with { Freight = Money.Eur(11m) },
            },
            Token
        );

        Assert.Equal(
            [Money.Usd(11m), null],
            _payments.Backend.Executed.Select(one => ((ChargeRequest)one.Call.Request).CommercialCardData!.Freight)
        );
    }

    [Fact]
    public async Task An_order_whose_Level_II_is_broken_too_goes_out_at_Level_I_with_the_reasons()
    {
        var data = Droppable with { CustomerReference = "0", Duty = Money.Usd(-1m) };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.Null(((SaleRequest)Assert.Single(_payments.Backend.Executed).Call.Request).CommercialCardData);
        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.SentLevel);
        Assert.Equal(CommercialOrders.Fields, result.CommercialData.DroppedFields);
        Assert.Equal(
            ["CustomerReference", "Duty"],
            result.CommercialData.DroppedBecause.Select(finding => finding.Field)
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.LevelII, WhenNotExpressible.DropAndReport)]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.DropAndReport)]
    [InlineData(RequestedDataLevel.BestEffort, WhenNotExpressible.Refuse)]
    public async Task A_level_that_is_asked_for_by_name_and_data_that_must_not_be_dropped_are_refused(
        RequestedDataLevel level,
        WhenNotExpressible when
    )
    {
        var data = CommercialOrders.Data with
        {
            RequestedLevel = level,
            WhenNotExpressible = when,
            CustomerReference = "0",
        };

        var refused = await RefusedAsync(CommercialOrders.Sale(data));

        Assert.Equal("CommercialCardData.CustomerReference", Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task The_brand_of_the_card_makes_its_schemes_limits_rules()
    {
        var line = CommercialOrders.Data.LineItems[0] with { Description = "A bolt with thirty characters." };
        var sale = CommercialOrders.Sale(CommercialOrders.Data with { LineItems = [line] });
        PaymentMethod[] visas =
        [
            PaymentMethod.Stored("1") with
            {
                Brand = CardBrand.Visa,
            },
            PaymentMethod.Token("tok_1") with
            {
                Brand = CardBrand.Visa,
            },
            new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2031,
            },
        ];

        foreach (var method in visas)
        {
            var refused = await RefusedAsync(sale with { PaymentMethod = method });

            Assert.Equal(
                "CommercialCardData.LineItems[0].Description has 30 characters; Visa accepts 26.",
                $"{Assert.Single(refused.Problems)}".Replace(": has", " has", StringComparison.Ordinal)
            );
        }

        var mastercard = PaymentMethod.Stored("1") with { Brand = CardBrand.Mastercard };
        Assert.True((await SendAsync(sale with { PaymentMethod = mastercard })).IsApproved);
    }

    [Fact]
    public async Task The_merchants_name_of_the_configuration_describes_no_line()
    {
        await using var payments = new TestPayments(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Environment": "Live", "Account": "eu", "MerchantName": "Ｂolt & Co" } } }
            """
        );
        var line = CommercialOrders.Data.LineItems[0] with { Description = "bolt & co." };

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.SaleAsync(CommercialOrders.Sale(CommercialOrders.Data with { LineItems = [line] }), Token)
        );

        Assert.Contains("the name of the merchant", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mastercard", "", "MerchantTaxId is missing; Mastercard Data Rate III requires it.")]
    [InlineData("Mastercard", """, "MerchantTaxId": "98-7654321" """, null)]
    [InlineData(
        "Mastercard",
        """, "MerchantTaxId": "98-7654321", "MerchantCountry": "DE" """,
        "brings no lower rate at Mastercard"
    )]
    [InlineData("Visa", """, "MerchantCountry": "US" """, "costs 0.05 % of the amount (Visa CEDP")]
    [InlineData("Visa", """, "MerchantCountry": "US", "CommercialDataOptIn": "visa, Mastercard" """, null)]
    [InlineData(
        "Visa",
        """, "MerchantCountry": "GB", "CommercialDataOptIn": [ "Visa" ] """,
        "for a merchant in GB on 20"
    )]
    public async Task The_costs_and_needs_of_programs_are_logged_and_refuse_nothing(
        string brand,
        string merchant,
        string? advice
    )
    {
        await using var payments = new TestPayments(
            $$"""
            { "Gateways": { "cards": { "Provider": "Test", "Environment": "Live", "Account": "eu" {{merchant}} } } }
            """
        );
        var line = CommercialOrders.Data.LineItems[0] with { Discount = Money.Usd(0m) };
        var data = CommercialOrders.Data with { CustomerReference = "PO-88", LineItems = [line] };
        var sale = CommercialOrders.Sale(data) with
        {
            PaymentMethod = PaymentMethod.Stored("1") with { Brand = CardBrand.FromProvider(brand) },
        };

        var result = await payments.Default.SaleAsync(sale, Token);

        var told = payments.Logs.Of(LogLevel.Information).Where(text => text.Contains("commercial card data")).ToList();
        Assert.True(result.IsApproved);
        if (advice is null)
        {
            Assert.Empty(told);
        }
        else
        {
            Assert.Contains(advice, Assert.Single(told), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Visa", true)]
    [InlineData("Mastercard", false)]
    public async Task Level_II_that_only_costs_a_fee_is_left_out_too(string brand, bool isLeftOut)
    {
        await using var payments = new TestPayments(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Environment": "Live", "Account": "eu", "MerchantCountry": "US", "MerchantTaxId": "98-7654321" } } }
            """
        );
        var line = CommercialOrders.Data.LineItems[0] with { Description = "item" };
        var sale = CommercialOrders.Sale(
            CommercialOrders.Data with
            {
                CustomerReference = "PO-88",
                LineItems = [line],
                RequestedLevel = RequestedDataLevel.BestEffort,
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        ) with
        {
            PaymentMethod = PaymentMethod.Stored("1") with { Brand = CardBrand.FromProvider(brand) },
        };

        await payments.Default.SaleAsync(sale, Token);

        var sent = (ICommercialCardRequest)Assert.Single(payments.Backend.Executed).Call.Request;
        Assert.Equal(isLeftOut, sent.CommercialCardData is null);
    }

    private void TakeData(bool takesAny) =>
        _payments.Backend.Capabilities = _payments.Backend.Capabilities with
        {
            HighestDataLevel = takesAny ? CommercialDataLevel.LevelIII : CommercialDataLevel.LevelI,
        };

    private async Task<PaymentRequestException> RefusedAsync(PaymentRequest request)
    {
        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(request));

        Assert.Empty(_payments.Backend.Executed);
        return refused;
    }

    private Task<PaymentResult> SendAsync(PaymentRequest request) =>
        request switch
        {
            SaleRequest sale => _payments.Default.SaleAsync(sale, Token),
            AuthorizeRequest authorization => _payments.Default.AuthorizeAsync(authorization, Token),
            CaptureRequest capture => _payments.Default.CaptureAsync(capture, Token),
            RefundRequest refund => _payments.Default.RefundAsync(refund, Token),
            CreditRequest credit => _payments.Default.CreditAsync(credit, Token),
            _ => throw new NotSupportedException(),
        };

    private PaymentRequest Request(string operation, CommercialCardData data, Money amount)
    {
        // Any use of the gateway creates its adapter.
        _ = _payments.Default.Capabilities;
        var original = _payments.Backend.Newest("cards_eu").Reference("original");
        return operation switch
        {
            "Sale" => Testing.PaymentRequests.Sale(amount) with { CommercialCardData = data },
            "Authorize" => Testing.PaymentRequests.Authorize(amount) with { CommercialCardData = data },
            "Capture" => Testing.PaymentRequests.Capture(original, amount) with { CommercialCardData = data },
            "Refund" => Testing.PaymentRequests.Refund(original, amount) with { CommercialCardData = data },
            _ => Testing.PaymentRequests.Credit(amount) with { CommercialCardData = data },
        };
    }
}
