namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CommercialCardPolicyTests : IAsyncDisposable
{
    private readonly TestPayments _payments = new();

    public static TheoryData<string> Operations => ["Sale", "Authorize", "Capture", "Refund", "Credit"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    [Fact]
    public async Task What_is_right_reaches_the_adapter_whole()
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
    public async Task A_missing_amount_is_told_once()
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
    public async Task What_a_level_needs_is_the_adapters_to_say()
    {
        var data = new CommercialCardData { RequestedLevel = RequestedDataLevel.LevelIII, InvoiceNumber = "R-2041" };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.IsApproved);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Data_that_nobody_wants_sent_is_left_out_and_reported(string operation)
    {
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None };

        var result = await SendAsync(Request(operation, data, CommercialOrders.Amount));

        var sent = Assert.Single(_payments.Backend.Executed).Call.Request;
        Assert.Null(Assert.IsType<ICommercialCardRequest>(sent, exactMatch: false).CommercialCardData);
        Assert.Equal(CommercialOrders.Fields, result.CommercialData.DroppedFields);

        // A capture or refund goes by the level of its original.
        Assert.Equal(
            operation is "Capture" or "Refund" ? null : CommercialDataLevel.LevelI,
            result.CommercialData.SentLevel
        );
    }

    [Fact]
    public async Task Data_that_nobody_wants_sent_is_not_checked()
    {
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None, Duty = Money.Eur(-1m) };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.SentLevel);
    }

    [Theory]
    [InlineData(RequestedDataLevel.None, false)]
    [InlineData(RequestedDataLevel.BestEffort, true)]
    public async Task What_was_not_sent_was_not_left_out(RequestedDataLevel level, bool takesAny)
    {
        TakeData(takesAny);
        _payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(
                adapter.Approve(call.Request) with
                {
                    Outcome = PaymentOutcome.NotSent,
                    Transaction = null,
                    ApprovedAmount = null,
                    CommercialData = CommercialDataResult.None,
                }
            );
        var data = CommercialOrders.Data with { RequestedLevel = level };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        Assert.Equal((null, []), (result.CommercialData.SentLevel, result.CommercialData.DroppedFields));
    }

    [Fact]
    public async Task What_may_have_been_sent_without_its_data_says_so()
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
        Assert.Contains("'cards_eu' (Test) takes no Level II or III data", problem.Message, StringComparison.Ordinal);
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
        // Any look at the gateway makes its adapter.
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
