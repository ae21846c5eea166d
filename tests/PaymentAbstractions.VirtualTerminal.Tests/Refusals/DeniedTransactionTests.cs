namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>An answer that denies success may name the charge of another key, as the cause of the denial.</summary>
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
    public async Task What_it_names_counts_as_the_charge_only_with_our_mark(
        string status,
        string? key,
        PaymentOutcome expected
    )
    {
        await using var fixture = new VirtualTerminalFixture();
        var shown = Txn.Sale(key: key ?? "key-1").InStatus(status);
        fixture
            .Stub.On(VirtualTerminalStub.Add, Txn.Denied("Duplicate transaction REFID:1", Txn.Id).Ok())
            .Shows(Txn.Id, (key is null ? shown.With("Description", null) : shown).Ok());

        var result = await fixture.SendAsync(Some.Sale());

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
}
