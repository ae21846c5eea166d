using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>A refusal with an unknown text counts only as far as the provider's own record agrees with it.</summary>
public class UnlistedRefusalTests
{
    private const string Text = "Something nobody has seen";
    private const string Capture = "POST transaction/capture";
    private const string Void = "POST transaction/void";

    public static TheoryData<int> Statuses => [200, 400, 404];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_sale_that_the_list_does_not_show_is_declined(int status)
    {
        await using var fixture = Refusing(status);
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale(key: "another", id: 4)).Ok());

        var result = await fixture.SendAsync(Some.Sale());

        AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        Assert.Equal((Text, "REFID:3161234567"), (result.Provider.Message, result.Provider.GatewayTransactionId));
        Assert.Null(result.Code);
        Assert.Null(result.Transaction);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_sale_that_was_made_all_the_same_is_approved_with_a_warning(int status)
    {
        await using var fixture = Refusing(status);
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale(key: "another", id: 4), Txn.Sale()).Ok());
        fixture.Stub.Shows(Txn.Id, Txn.Sale().Ok());

        var result = await fixture.SendAsync(Some.Sale());

        AssertIs(result, PaymentOutcome.Approved, PaymentReason.None);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        Assert.Equal(Money.Usd(49.90m), result.ApprovedAmount);
        Assert.StartsWith("The answer denied success", result.Message, StringComparison.Ordinal);
        Assert.Equal(Text, result.Provider.Message);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("TotalAmount", "1")]
    [InlineData("Status", "\"New\"")]
    public async Task A_sale_that_is_there_as_another_is_in_doubt(string field, string json)
    {
        await using var fixture = Refusing(400);
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale()).Ok());
        fixture.Stub.Shows(Txn.Id, Txn.Sale().With(field, JsonNode.Parse(json)).Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Fact]
    public async Task A_sale_that_is_found_and_cannot_be_read_is_in_doubt()
    {
        await using var fixture = Refusing(400);
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale()).Ok());
        fixture.Stub.Shows(Txn.Id, StubAnswer.Reset());

        var result = await fixture.SendAsync(Some.Sale());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Theory]
    [InlineData("Description", "null", true)]
    [InlineData("TransactionType", "null", true)]
    [InlineData("TransactionType", "\"pre-sale\"", true)]
    [InlineData("TransactionType", "\"credit\"", false)]
    [InlineData("TotalAmount", "null", true)]
    [InlineData("TotalAmount", "49.91", false)]
    [InlineData("TransactionTime", "null", true)]
    [InlineData("TransactionTime", "\"/Date(-62135596800000)/\"", true)]
    [InlineData("TransactionTime", "\"/Date(1772000000000)/\"", false)]
    [InlineData("CustomerID", "null", true)]
    [InlineData("CustomerID", "7002", false)]
    [InlineData("PaymentMethodID", "9002", false)]
    public async Task A_transaction_without_a_mark_leaves_doubt_until_something_excludes_it(
        string field,
        string json,
        bool isDoubt
    )
    {
        await using var fixture = Refusing(400);
        var row = Txn.Sale(id: 4).With("Description", null).With(field, JsonNode.Parse(json));
        fixture.Stub.Lists(7001, Txn.List(row).Ok());

        var result = await fixture.SendAsync(Some.Sale());

        if (isDoubt)
        {
            AssertIs(result, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
            Assert.Equal([VirtualTerminalFixture.Ref("4")], result.Anomaly?.Transactions ?? []);
            Assert.Null(result.Transaction);
        }
        else
        {
            AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        }
    }

    public static TheoryData<StubAnswer> NoLists =>
        [
            Txn.Error(503, null),
            StubAnswer.Reset(),
            new JsonObject().Ok(),
            Txn.Denied(Text).Ok(),
            Txn.List().Without("TransactionCount").Ok(),
            Txn.List().With("TransactionCount", 1).Ok(),
            Txn.List(Txn.Sale(key: "another")).With("TransactionCount", 2).Ok(),
            Txn.List().With("TransactionCount", 1).With("Transactions", new JsonArray(null as JsonNode)).Ok(),
        ];

    [Theory]
    [MemberData(nameof(NoLists))]
    public async Task An_answer_that_is_no_whole_list_leaves_doubt(StubAnswer answer)
    {
        await using var fixture = Refusing(200);
        fixture.Stub.Lists(7001, answer);

        var result = await fixture.SendAsync(Some.Sale());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
        Assert.Equal(Text, result.Provider.Message);
        Assert.True(result.MoneyMayHaveMoved);
    }

    [Fact]
    public async Task A_payment_that_the_list_need_not_show_stays_unknown_until_it_does()
    {
        await using var fixture = Refusing(400);
        // The list is read before each charge and after it.
        var empty = Enumerable.Repeat(Txn.List().Ok(), 5);
        fixture.Stub.Lists(7001, [.. empty, Txn.List(Txn.Authorization(key: "key-3")).Ok()]);
        fixture.Stub.Shows(Txn.Id, Txn.Authorization(key: "key-3").Ok());

        var authorization = await fixture.SendAsync(Some.Authorize());
        var credit = await fixture.SendAsync(Some.Credit(key: "key-2"));
        var shown = await fixture.SendAsync(
            Some.Authorize(key: "key-3") with
            {
                OrderReference = new OrderReference("order-3"),
            }
        );

        AssertIs(authorization, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
        AssertIs(credit, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
        AssertIs(shown, PaymentOutcome.Approved, PaymentReason.None);
    }

    [Fact]
    public async Task A_refund_that_became_a_credit_is_checked_as_one()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        var sale = Txn.Sale(key: "sale").InStatus("Settled");
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, Text));
        fixture.Stub.Shows(Txn.Id, sale.Ok());
        fixture.Stub.Lists(7001, Txn.List(Txn.Credit(20m)).Ok());
        fixture.Stub.Shows(501999, Txn.Credit(20m).Ok());

        var result = await fixture.SendAsync(Some.Refund(20m));

        AssertIs(result, PaymentOutcome.Approved, PaymentReason.None);
        Assert.Equal(VirtualTerminalFixture.Ref("501999"), result.Transaction);
    }

    [Fact]
    public async Task A_void_that_became_a_credit_is_sought_with_the_credits_amount()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, Text));
        fixture.Stub.Shows(Txn.Id, Txn.Sale(key: "sale").InStatus("Settled").Ok());
        fixture.Stub.Lists(7001, Txn.List(Txn.Credit(20m, id: 4).With("Description", null)).Ok());

        var result = await fixture.SendAsync(
            Some.Void() with
            {
                IfSettled = IfSettled.Refund,
                RefundedElsewhere = Money.Usd(0),
            }
        );

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
        Assert.Null(result.Anomaly);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Nothing_is_read_where_such_texts_are_believed(int status)
    {
        await using var fixture = Refusing(status, ("BelieveUnlistedRefusals", "true"));

        var result = await fixture.SendAsync(Some.Authorize());

        AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        AssertNothingIsReadAfter(Assert.Single(fixture.Stub.Writes), fixture);
    }

    [Fact]
    public async Task A_text_beside_500_is_in_doubt_even_where_such_texts_are_believed()
    {
        await using var fixture = Refusing(500, ("BelieveUnlistedRefusals", "true"));

        var result = await fixture.SendAsync(Some.Sale());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
        AssertNothingIsReadAfter(Assert.Single(fixture.Stub.Writes), fixture);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_capture_is_what_its_transaction_shows_afterwards(int status)
    {
        Assert.Equal(
            [PaymentOutcome.Rejected, PaymentOutcome.Approved, .. Enumerable.Repeat(PaymentOutcome.Unknown, 6)],
            await ChangeAsync(
                Some.Capture(),
                Capture,
                Refusal(status),
                Txn.Authorization().Ok(),
                [
                    Txn.Authorization().Ok(),
                    Txn.Captured().Ok(),
                    Txn.Captured().With("CaptureAmount", 10m).Ok(),
                    Txn.Captured().With("TotalAmount", 10m).Ok(),
                    Txn.Authorization().With("CaptureAmount", 10m).Ok(),
                    Txn.Authorization().With("TotalAmount", 10m).Ok(),
                    Txn.Authorization().With("TransactionType", "credit").Ok(),
                    Txn.Error(503, null),
                ]
            )
        );
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_void_is_what_its_transaction_shows_afterwards(int status)
    {
        Assert.Equal(
            [PaymentOutcome.Rejected, PaymentOutcome.Approved, PaymentOutcome.Unknown, PaymentOutcome.Unknown],
            await ChangeAsync(
                Some.Void(),
                Void,
                Refusal(status),
                Txn.Sale().Ok(),
                [
                    Txn.Sale().Ok(),
                    Txn.Sale().InStatus("Voided").Ok(),
                    Txn.Sale().InStatus("Settled").Ok(),
                    Txn.Error(503, null),
                ]
            )
        );
    }

    private static async Task<List<PaymentOutcome>> ChangeAsync(
        PaymentRequest request,
        string route,
        StubAnswer refusal,
        StubAnswer before,
        StubAnswer[] afterwards
    )
    {
        var outcomes = new List<PaymentOutcome>();
        foreach (var after in afterwards)
        {
            await using var fixture = new VirtualTerminalFixture();
            fixture.Stub.Shows(Txn.Id, before, after).On(route, refusal);

            var result = await fixture.SendAsync(request);

            outcomes.Add(result.Outcome);
            Assert.Equal(Text, result.Provider.Message);
            Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
            Assert.Equal(result.IsApproved ? Money.Usd(49.90m) : null, result.ApprovedAmount);
            Assert.Single(fixture.Stub.Writes);
        }

        return outcomes;
    }

    private static VirtualTerminalFixture Refusing(int status, params (string Key, string? Value)[] settings)
    {
        var fixture = new VirtualTerminalFixture(settings);
        fixture.Stub.On(VirtualTerminalStub.Add, Refusal(status));
        return fixture;
    }

    private static StubAnswer Refusal(int status) =>
        status == 200 ? Txn.Denied($"{Text} REFID:3161234567").Ok() : Txn.Error(status, $"{Text} REFID:3161234567");

    private static void AssertNothingIsReadAfter(WireRequest write, VirtualTerminalFixture fixture) =>
        Assert.Equal(write, fixture.Stub.Requests[^1]);

    private static void AssertIs(PaymentResult result, PaymentOutcome outcome, PaymentReason reason) =>
        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
}
