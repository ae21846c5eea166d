using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>An answer that denies success may name the charge of another key as the cause.</summary>
public class DeniedTransactionTests
{
    [Theory]
    [InlineData("Not Settled", "key-1", PaymentOutcome.Approved)]
    [InlineData("Not Settled", "another", PaymentOutcome.Unknown)]
    [InlineData("Not Settled", null, PaymentOutcome.Unknown)]
    [InlineData("Settled", "another", PaymentOutcome.Unknown)]
    [InlineData("Failed", "key-1", PaymentOutcome.Declined)]
    [InlineData("Failed", "another", PaymentOutcome.Unknown)]
    [InlineData("Failed", null, PaymentOutcome.Declined)]
    public async Task The_named_transaction_counts_as_the_charge_only_with_our_mark(
        string status,
        string? key,
        PaymentOutcome expected
    )
    {
        var shown = Txn.Sale(key: key ?? "key-1").InStatus(status);

        var result = await SaleAsync(
            Txn.Denied("Duplicate transaction REFID:1", Txn.Id).Ok(),
            (key is null ? shown.With("Description", null) : shown).Ok()
        );

        Assert.Equal(expected, result.Outcome);
        if (expected == PaymentOutcome.Unknown)
        {
            Assert.Equal(PaymentReason.AnswerContradictsRequest, result.Reason);
            Assert.Null(result.Transaction);
            Assert.Equal([VirtualTerminalFixture.Ref("501234")], result.Anomaly?.Transactions ?? []);
        }
        else
        {
            Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        }
    }

    [Fact]
    public async Task A_denied_success_that_names_a_failed_transaction_is_a_refusal()
    {
        var result = await SaleAsync(
            Txn.Denied("Insufficient funds", Txn.Id).Ok(),
            Txn.Sale().InStatus("Failed").With("Success", false).Ok()
        );

        AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        Assert.Equal("51", result.Code?.Value);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Theory]
    [InlineData("Not Settled")]
    [InlineData("Settled")]
    public async Task A_denied_success_whose_transaction_is_there_is_approved_with_a_warning(string status)
    {
        var result = await SaleAsync(
            Txn.Denied("DECLINE", Txn.Id).Ok(),
            Txn.Sale().With("ID", 0).With("Success", false).InStatus(status).Ok()
        );

        AssertIs(result, PaymentOutcome.Approved, PaymentReason.None);
        Assert.Equal(Money.Usd(49.90m), result.ApprovedAmount);
        Assert.StartsWith("The answer denied success", result.Message, StringComparison.Ordinal);
        Assert.Equal("DECLINE", result.Provider.Message);
    }

    [Theory]
    [InlineData("TotalAmount", "1")]
    [InlineData("Status", "\"Voided\"")]
    [InlineData("Status", "\"New\"")]
    [InlineData("ID", "7")]
    [InlineData("TransactionType", "\"credit\"")]
    public async Task A_denied_success_whose_transaction_is_another_is_in_doubt(string field, string json)
    {
        var result = await SaleAsync(
            Txn.Denied("DECLINE", Txn.Id).Ok(),
            Txn.Sale().With(field, JsonNode.Parse(json)).Ok()
        );

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Fact]
    public async Task A_denied_success_whose_transaction_cannot_be_read_is_in_doubt()
    {
        var result = await SaleAsync(Txn.Denied("DECLINE", Txn.Id).Ok(), Txn.Error(404, "Transaction Not Found"));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    private static async Task<PaymentResult> SaleAsync(StubAnswer answer, StubAnswer read)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, answer).Shows(Txn.Id, read);

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Single(fixture.Stub.Writes);
        return result;
    }

    private static void AssertIs(PaymentResult result, PaymentOutcome outcome, PaymentReason reason) =>
        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
}
