using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Payout requests as both references document them, and answers that are not payout requests.</summary>
public class PayoutTests
{
    internal const string Body =
        """{"id":"po_1","customerId":"cus_1","currency":"USD","amount":12.5,"availableAmount":12.5,"status":"pending"}""";

    private static readonly PayoutRequest Request = new()
    {
        Id = "po_1",
        CustomerId = "cus_1",
        Amount = Some.Amount,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_is_shown_is_read()
    {
        var payout = await ReadAsync(
            """
            {"id":"po_1","websiteId":"web_1","customerId":"cus_1","paymentInstrumentId":"inst_1","currency":"USD","amount":"12.50",
             "availableAmount":2.4999999999999996,"description":"Winnings","status":"canceled","blocked":true,"blockReason":"risk-review",
             "selectPaymentInstrumentUrl":"https://pay.example.com/po_1","allocations":[{"transactionId":"txn_1"},{},{"transactionId":"a b"}],
             "cancellationReason":{"canceledBy":"system","description":"Too late"},"splitFromPayoutRequestId":"po_0",
             "mergedIntoPayoutRequestId":"po_2","createdTime":"2026-03-01T12:00:00Z","updatedTime":"2026-03-02T12:00:00Z"}
            """
        );

        Assert.Equal(
            new Payout
            {
                Id = "po_1",
                CustomerId = "cus_1",
                Amount = Money.Usd(12.50m),
                AvailableAmount = Money.Usd(2.50m),
                Status = PayoutStatus.Canceled,
                ProviderStatus = "canceled",
                PaymentMethodId = "inst_1",
                Description = "Winnings",
                IsBlocked = true,
                BlockReason = "risk-review",
                SelectMethodUrl = new Uri("https://pay.example.com/po_1"),
                Cancellation = new PayoutCancellation
                {
                    CanceledBy = PayoutCanceledBy.System,
                    Description = "Too late",
                },
                TransactionIds = ["txn_1"],
                SplitFromId = "po_0",
                MergedIntoId = "po_2",
                CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
                UpdatedAt = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
            },
            payout
        );
    }

    [Theory]
    [InlineData("pending", PayoutStatus.Pending)]
    [InlineData("instrument-selected", PayoutStatus.MethodSelected)]
    [InlineData("partially-fulfilled", PayoutStatus.PartiallyFulfilled)]
    [InlineData("fulfilled", PayoutStatus.Fulfilled)]
    [InlineData("canceled", PayoutStatus.Canceled)]
    [InlineData("ready", PayoutStatus.Ready)]
    [InlineData("approved", PayoutStatus.Approved)]
    [InlineData("in-progress", PayoutStatus.InProgress)]
    [InlineData("split", PayoutStatus.Split)]
    [InlineData("merged", PayoutStatus.Merged)]
    [InlineData("moonlit", PayoutStatus.Unknown)]
    public async Task The_words_of_both_references_are_known_and_others_are_kept(string word, PayoutStatus status)
    {
        var payout = await ReadAsync(Body.Replace("pending", word, StringComparison.Ordinal));

        Assert.Equal((status, word), (payout?.Status, payout?.ProviderStatus));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://pay.example.com/")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task An_address_that_no_browser_should_open_is_left_out(string address)
    {
        var payout = await ReadAsync(With("selectPaymentInstrumentUrl", address));

        Assert.Null(payout!.SelectMethodUrl);
    }

    [Theory]
    [InlineData("description", 7)]
    [InlineData("cancellationReason", true)]
    [InlineData("allocations", "none")]
    [InlineData("createdTime", "yesterday")]
    public async Task A_value_that_decides_nothing_need_not_be_readable(string member, object value) =>
        Assert.Equal("po_1", (await ReadAsync(With(member, value)))?.Id);

    public static TheoryData<string> Hostile =>
        [
            .. HostileBodies.Of(Body),
            With("id", "po_2"),
            With("id", "../1"),
            With("id", 7),
            With("customerId", ""),
            With("customerId", 7),
            With("currency", "usd dollars"),
            With("amount", "much"),
            With("amount", 12.505m),
            With("availableAmount", "much"),
            With("availableAmount", 0.001m),
            With("blocked", "no"),
            With("status", 7),
            Body.Replace("\"status\"", "\"id\":\"po_9\",\"status\"", StringComparison.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_unreadable_request_is_reported_neither_as_missing_nor_as_stored(string body)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, body), StubAnswer.Problem(404));
        fixture.Stub.On("PUT payout-requests/po_1", StubAnswer.Text(200, body));

        var failure = await Assert.ThrowsAsync<PaymentReadException>(() => fixture.Payouts.GetAsync("po_1", Token));
        var result = await fixture.Payouts.RequestAsync(Request, Token);

        Assert.Equal(PaymentReason.NoTrustworthyAnswer, failure.Reason);
        Assert.Equal((PaymentOutcome.Unknown, null), (result.Outcome, result.Payout));
    }

    [Theory]
    [InlineData("customerId", "cus_2")]
    [InlineData("currency", "EUR")]
    [InlineData("amount", 99)]
    public async Task An_answer_that_shows_another_request_is_not_believed(string member, object value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST payout-requests", StubAnswer.Text(201, With(member, value)));

        var result = await fixture.Payouts.RequestAsync(Request with { Id = null }, Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("customerId", "cus_2", "Id")]
    [InlineData("currency", "EUR", "Amount")]
    [InlineData("status", "canceled", "Id")]
    [InlineData("status", "fulfilled", "Id")]
    [InlineData("blocked", true, "Id")]
    public async Task One_that_is_there_is_changed_only_where_it_is_the_same_and_open(
        string member,
        object value,
        string field
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, With(member, value)));

        var result = await fixture.Payouts.RequestAsync(Request, Token);

        Assert.Equal((PaymentOutcome.Rejected, field), (result.Outcome, Assert.Single(result.Problems).Field));
        Assert.DoesNotContain(fixture.Stub.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task A_description_is_masked_and_not_printed()
    {
        await using var fixture = new RebillyFixture();
        var body = With("description", $"to 4111 1111 1111 1111, {RebillyFixture.ApiKey}");
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, body));

        var payout = await fixture.Payouts.GetAsync("po_1", Token);

        Assert.Equal("to ***, ***", payout!.Description);
        Assert.DoesNotContain("to ", payout.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, PaymentOutcome.Approved, true)]
    [InlineData(201, PaymentOutcome.Approved, false)]
    [InlineData(202, PaymentOutcome.Unknown, false)]
    public async Task The_status_shows_whether_it_existed(int status, PaymentOutcome outcome, bool existed)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Problem(404));
        fixture.Stub.On("PUT payout-requests/po_1", StubAnswer.Text(status, Body));

        var result = await fixture.Payouts.RequestAsync(Request, Token);

        Assert.Equal((outcome, existed), (result.Outcome, result.AlreadyExisted));
    }

    [Fact]
    public async Task A_row_of_another_customer_is_not_listed_and_an_unreadable_row_is_reported()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET payout-requests",
            StubAnswer.Text(200, $"[{With("customerId", "cus_2")},{With("id", "po_2")},{{\"id\":\"x\"}}]")
        );
        var listed = new List<string>();

        await Assert.ThrowsAsync<PaymentReadException>(async () =>
        {
            await foreach (var payout in fixture.Payouts.ListAsync("cus_1", Token))
            {
                listed.Add(payout.Id);
            }
        });

        Assert.Equal(["po_2"], listed);
    }

    [Theory]
    [InlineData(409, PaymentOutcome.Rejected)]
    [InlineData(422, PaymentOutcome.Rejected)]
    [InlineData(500, PaymentOutcome.Unknown)]
    public async Task A_cancellation_that_is_refused_says_so(int status, PaymentOutcome outcome)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, Body));
        fixture.Stub.On("POST payout-requests/po_1/cancel", StubAnswer.Problem(status, "It is paid out."));

        var result = await fixture.Payouts.CancelAsync(
            new CancelPayoutRequest { PayoutId = "po_1", CanceledBy = PayoutCanceledBy.Merchant },
            Token
        );

        Assert.Equal(outcome, result.Outcome);
    }

    [Fact]
    public async Task A_cancellation_whose_answer_shows_no_cancellation_is_in_doubt()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, Body));
        fixture.Stub.On("POST payout-requests/po_1/cancel", StubAnswer.Text(200, Body));

        var result = await fixture.Payouts.CancelAsync(
            new CancelPayoutRequest { PayoutId = "po_1", CanceledBy = PayoutCanceledBy.Merchant },
            Token
        );

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Fact]
    public async Task Payment_methods_are_read_in_their_order()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET payout-requests/po_1/payment-instruments",
            StubAnswer.Text(
                200,
                """
                [{"paymentInstrumentId":"inst_2","gatewayName":"A1Gateway","gatewayAccountId":"gw_1","exposureAmount":-0.1,
                  "previousAllocatedAmount":3,"lastPaymentTime":"2026-03-01T12:00:00Z","lastPayoutTime":null},
                 {"paymentInstrumentId":"inst_1","gatewayName":null,"exposureAmount":"unknown"}]
                """
            )
        );

        var methods = await fixture.Payouts.ListPaymentMethodsAsync("po_1", Token);

        Assert.Equal(
            [
                new PayoutPaymentMethod
                {
                    PaymentMethodId = "inst_2",
                    GatewayName = "A1Gateway",
                    GatewayAccountId = "gw_1",
                    Exposure = -0.1m,
                    PaidOut = 3,
                    LastPaymentAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
                },
                new PayoutPaymentMethod { PaymentMethodId = "inst_1" },
            ],
            methods
        );
    }

    [Fact]
    public async Task Everything_that_Rebilly_would_refuse_is_named_and_nothing_is_sent()
    {
        await using var fixture = new RebillyFixture();
        var request = new PayoutRequest
        {
            Id = new string('x', 51),
            CustomerId = "a b",
            Amount = Some.Usd(-1),
            PaymentMethodId = "inst/1",
            Description = "\uD800",
            ReturnUrl = new Uri("ftp://shop.example.com/"),
        };
        var cancellation = new CancelPayoutRequest
        {
            PayoutId = new string('x', 51),
            CanceledBy = PayoutCanceledBy.Merchant,
            Description = new string('x', 256),
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Payouts.RequestAsync(request, Token)
        );
        var other = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Payouts.CancelAsync(cancellation, Token)
        );

        Assert.Equal(
            ["Amount", "CustomerId", "Description", "Id", "PaymentMethodId", "ReturnUrl"],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["Description", "PayoutId"],
            other.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    internal static string With(string member, object value)
    {
        var body = JsonNode.Parse(Body)!.AsObject();
        body[member] = System.Text.Json.JsonSerializer.SerializeToNode(value);
        return body.ToJsonString();
    }

    private static async Task<Payout?> ReadAsync(string body)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, body));
        return await fixture.Payouts.GetAsync("po_1", Token);
    }
}
