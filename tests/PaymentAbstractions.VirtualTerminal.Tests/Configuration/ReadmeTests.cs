namespace PaymentAbstractions.VirtualTerminal.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_table_lists_the_options_and_no_others() =>
        Assert.Empty(
            OptionsTable.Problems<VirtualTerminalOptions>(
                "../../../providers/PaymentAbstractions.VirtualTerminal/README.md"
            )
        );

    [Fact]
    public async Task The_smallest_use_is_accepted()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale(96.60m, key: "order-1001-attempt-1").With("Level", 3).Ok());

        var result = await fixture.Gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = new IdempotencyKey("order-1001-attempt-1"),
                OrderReference = new OrderReference("order-1001"),
                Amount = Money.Usd(96.60m),
                PaymentMethod = PaymentMethod.Stored("9001"),
                Customer = new Customer { Id = "7001" },
                CommercialCardData = new CommercialCardData
                {
                    CustomerReference = "PO-88",
                    Tax = new CommercialTax { Amount = Money.Usd(6.60m) },
                    Freight = Money.Usd(10.00m),
                    ShipToStoredAddressId = "311",
                    LineItems =
                    [
                        new CommercialLineItem
                        {
                            ProductCode = "BOLT-10",
                            Quantity = 2,
                            UnitPrice = UnitPrice.Of(40.00m, "USD"),
                        },
                    ],
                },
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelIII, result.CommercialData.SentLevel);
    }
}
