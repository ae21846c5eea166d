using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class RefundTests
{
    private const string Void = "POST transaction/void";

    private static JsonObject Settled => Txn.Sale().InStatus("Settled");

    [Fact]
    public async Task Refunds_are_off_unless_enabled()
    {
        await using var fixture = new VirtualTerminalFixture();

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SendAsync(Some.Refund()));

        Assert.Contains("does not support Refund", refused.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public async Task The_whole_of_an_unsettled_sale_is_voided(double? already)
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture
            .Stub.Shows(Txn.Id, Txn.Sale().Ok(), Txn.Sale().InStatus("Voided").Ok())
            .On(Void, Txn.Done("Transaction Voided").Ok());

        var result = await fixture.SendAsync(Some.Refund(already: (decimal?)already));

        Assert.True(result.IsApproved);
        Assert.Equal((PaymentOperation.Refund, PaymentOperation.Void), (result.Operation, result.PerformedAs!.Value));
        Assert.Equal(Money.Usd(49.90m), result.ApprovedAmount);
    }

    [Fact]
    public async Task A_settled_sale_is_credited_to_its_customer_and_payment_method()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, Settled.Ok()).On(VirtualTerminalStub.Add, Txn.Credit(20).Ok());

        var result = await fixture.SendAsync(Some.Refund(20, already: 29.90m) with { Description = "Damaged" });

        Assert.True(result.IsApproved);
        Assert.Equal((PaymentOperation.Refund, PaymentOperation.Credit), (result.Operation, result.PerformedAs!.Value));
        Assert.Equal(VirtualTerminalFixture.Ref("501999"), result.Transaction);
        Assert.Equal(Money.Usd(20), result.ApprovedAmount);
        GoldenFile.AssertMatches("refund-credit", [.. fixture.Stub.Requests]);
    }

    [Fact]
    public async Task A_part_that_was_captured_is_given_back_by_a_void_of_the_whole_and_found_so()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        var captured = Txn.Captured(20).With("TotalAmount", 49.90m);
        fixture
            .Stub.Shows(Txn.Id, captured.Ok(), captured.Copy().InStatus("Voided").Ok())
            .On("POST transaction/void", Txn.Done("Transaction Voided").Ok());

        var result = await fixture.SendAsync(Some.Refund(20, already: null));
        var found = await fixture.FindAsync(Some.Refund(20, already: null));

        Assert.Equal((PaymentOutcome.Approved, Money.Usd(20)), (result.Outcome, result.ApprovedAmount));
        Assert.Equal(Money.Usd(20), found.State?.VoidedAmount);
    }

    public static TheoryData<string, JsonObject, decimal, decimal?, PaymentReason> Refusals =>
        new()
        {
            { "part before settlement", Txn.Sale(), 20m, 0m, PaymentReason.InvalidRequest },
            { "whole before settlement, part gone", Txn.Sale(), 49.90m, 1m, PaymentReason.InvalidRequest },
            { "too much before settlement", Txn.Sale(), 50m, 0m, PaymentReason.ExceedsAvailableAmount },
            { "no count", Settled, 49.90m, null, PaymentReason.InvalidRequest },
            { "too much", Settled, 49.91m, 0m, PaymentReason.ExceedsAvailableAmount },
            { "too much with before", Settled, 20m, 29.91m, PaymentReason.ExceedsAvailableAmount },
            { "all gone", Settled, 1m, 49.90m, PaymentReason.AlreadyReversed },
            { "more than all gone", Settled, 1m, 60m, PaymentReason.AlreadyReversed },
            {
                "smaller capture",
                Txn.Captured(20).With("TotalAmount", 49.90m).InStatus("Settled"),
                20.01m,
                0m,
                PaymentReason.ExceedsAvailableAmount
            },
            { "card not stored", Settled.With("PaymentMethodID", 0), 20m, 0m, PaymentReason.InvalidRequest },
            { "method not shown", Settled.Without("PaymentMethodID"), 20m, 0m, PaymentReason.InvalidRequest },
            { "no customer", Settled.With("CustomerID", 0), 20m, 0m, PaymentReason.InvalidRequest },
            { "authorization", Txn.Authorization(), 49.90m, 0m, PaymentReason.InvalidRequest },
            { "credit", Settled.With("TransactionType", "credit"), 20m, 0m, PaymentReason.InvalidRequest },
            { "voided", Txn.Sale().InStatus("Voided"), 49.90m, 0m, PaymentReason.AlreadyReversed },
            { "failed", Txn.Sale().InStatus("Failed"), 49.90m, 0m, PaymentReason.InvalidRequest },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Everything_else_is_refused_with_the_reason(
        string name,
        JsonObject shown,
        decimal amount,
        decimal? already,
        PaymentReason reason
    )
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, shown.Ok());

        var result = await fixture.SendAsync(Some.Refund(amount, already));

        Assert.True(result.Outcome == PaymentOutcome.Rejected && result.Reason == reason, $"{name}: {result}");
        Assert.NotNull(result.Message);
        Assert.Empty(fixture.Stub.Writes);
    }

    public static TheoryData<string, JsonObject> Unreadable =>
        new()
        {
            { "no amount", Settled.Without("TotalAmount") },
            { "no amount of the currency", Settled.With("TotalAmount", 49.905m) },
            { "odd status", Txn.Sale().InStatus("Odd") },
            { "unreadable type", Settled.With("TransactionType", true) },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task An_original_without_a_documented_state_or_amount_is_not_refunded(string name, JsonObject shown)
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, shown.Ok());

        var result = await fixture.SendAsync(Some.Refund(20));

        Assert.True(result is { Outcome: PaymentOutcome.NotSent, Reason: PaymentReason.PreparationFailed }, name);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Several_refunds_at_once_do_not_pay_more_than_was_taken()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, Settled.Ok()).On(VirtualTerminalStub.Add, Txn.Credit(30).Ok());

        var results = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => fixture.SendAsync(Some.Refund(30, key: $"key-{i}")))
        );

        Assert.Single(fixture.Stub.Writes);
        Assert.Single(results, result => result.IsApproved);
        Assert.Equal(3, results.Count(result => result.Reason == PaymentReason.ExceedsAvailableAmount));
    }

    [Fact]
    public async Task A_credit_in_doubt_counts_however_old_and_a_refused_one_does_not()
    {
        await using var fixture = new VirtualTerminalFixture(
            ("EnableRefunds", "true"),
            ("BelieveDeclinedCredits", "true")
        );
        fixture
            .Stub.Shows(Txn.Id, Settled.Ok())
            .On(
                VirtualTerminalStub.Add,
                Txn.Error(400, "DECLINE"),
                StubAnswer.Refused(),
                StubAnswer.Reset(),
                Txn.Credit(30).Ok()
            );

        var declined = await fixture.SendAsync(Some.Refund(30, key: "key-1"));
        var notSent = await fixture.SendAsync(Some.Refund(30, key: "key-2"));
        var inDoubt = await fixture.SendAsync(Some.Refund(30, key: "key-3"));
        var refused = await fixture.SendAsync(Some.Refund(30, key: "key-4"));
        fixture.Clock.Advance(TimeSpan.FromHours(23));
        var later = await fixture.SendAsync(Some.Refund(30, key: "key-5"));

        Assert.Equal(
            [
                PaymentOutcome.Declined,
                PaymentOutcome.NotSent,
                PaymentOutcome.Unknown,
                PaymentOutcome.Rejected,
                PaymentOutcome.Rejected,
            ],
            new[] { declined, notSent, inDoubt, refused, later }.Select(result => result.Outcome)
        );
    }

    [Fact]
    public async Task A_sale_that_cannot_be_read_is_not_refunded()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, Txn.Error(404, null));

        var result = await fixture.SendAsync(Some.Refund());

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }
}
