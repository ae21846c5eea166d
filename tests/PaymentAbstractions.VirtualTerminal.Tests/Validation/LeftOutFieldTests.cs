namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Data that is left out is named, in cases that the suite for all fields does not cover.</summary>
public class LeftOutFieldTests
{
    [Theory]
    [InlineData(StoredCredentialUse.First)]
    [InlineData(StoredCredentialUse.LaterByCustomer)]
    [InlineData(StoredCredentialUse.MerchantRecurring)]
    [InlineData(StoredCredentialUse.MerchantInstallment)]
    [InlineData(StoredCredentialUse.MerchantUnscheduled)]
    public async Task A_use_of_a_stored_method_is_named_when_it_is_left_out(StoredCredentialUse use)
    {
        await using var fixture = Answering("Not Settled");

        var result = await fixture.SendAsync(Some.Sale() with { StoredCredentialUse = use });

        Assert.Equal(["StoredCredentialUse"], result.LeftOutFields);
    }

    [Fact]
    public async Task A_completely_sent_request_leaves_nothing_out()
    {
        await using var fixture = Answering("Not Settled");

        foreach (var request in new PaymentRequest[] { Some.Sale(), Some.Void("key-2") })
        {
            Assert.Empty((await fixture.SendAsync(request)).LeftOutFields);
        }

        Assert.Equal(2, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task A_description_goes_with_a_credit_and_is_named_where_a_refund_becomes_a_void()
    {
        await using var unsettled = Answering("Not Settled");
        await using var settled = Answering("Settled");
        var refund = Some.Refund(31.07m) with { Description = "Damaged", Metadata = Metadata.From([new("a", "b")]) };

        var voided = await unsettled.SendAsync(refund);
        var credited = await settled.SendAsync(refund);

        Assert.Equal(["Metadata", "Description"], voided.LeftOutFields);
        Assert.Equal(["Metadata"], credited.LeftOutFields);
        Assert.Contains("\"Damaged ref:", settled.Stub.Writes[0].Body, StringComparison.Ordinal);
    }

    private static VirtualTerminalFixture Answering(string status)
    {
        var fixture = new VirtualTerminalFixture(("EnableRefunds", "true"), ("LeaveOutUnsupportedData", "true"));
        var original = Txn.Sale(31.07m).InStatus(status);
        fixture
            .Stub.On(VirtualTerminalStub.Add, Txn.Sale(31.07m).Ok())
            .On("POST transaction/void", Txn.Done("Transaction Voided").Ok())
            .Shows(Txn.Id, original.Ok());
        return fixture;
    }
}
