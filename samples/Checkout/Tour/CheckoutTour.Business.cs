using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private static readonly Address Dock = new()
    {
        FirstName = "Dock 4",
        Line1 = "1 Elm St",
        City = "Troy",
        Region = "NY",
        PostalCode = "12180",
        Country = "US",
        Phone = "5185550100",
    };

    /// <summary>One order of a business, paid with the data of each level, and once with a line that does not add up.</summary>
    private async Task SellToBusinessAsync()
    {
        var order = new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("PO-88")
            .Ship("10001", Dock)
            .AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40.00m, taxRate: 8.25m)
            .AddLine("NUT-10", "31161700", "Steel nut M10", quantity: 12, unitPrice: 2.50m, taxRate: 8.25m)
            .WithFreight(10.00m)
            .Build();
        table.Note($"an order of a business: {order.Totals}");
        var data = order.Data with { WhenNotExpressible = WhenNotExpressible.DropAndReport };
        await SellAsync("sale, level I", RequestedDataLevel.None, CommercialDataLevel.LevelI);
        await SellAsync("sale, level II", RequestedDataLevel.LevelII, CommercialDataLevel.LevelII);
        await SellAsync("sale, level III", RequestedDataLevel.LevelIII, CommercialDataLevel.LevelIII);
        await RefuseAsync();

        async Task SellAsync(string what, RequestedDataLevel requested, CommercialDataLevel level)
        {
            var next = NextOrder(order.Amount.Amount);
            var result = await ShowAsync(
                what,
                () => _shop.PayAsync(next, stage.Card, commercialData: data with { RequestedLevel = requested }),
                new Expected(PaymentOutcome.Approved)
                {
                    SentLevel = level,
                    ReportedLevel = stage.Pick<CommercialDataLevel?>(null, level),
                }
            );
            if (result.IsApproved)
            {
                Keep(next);
            }
        }

        async Task RefuseAsync()
        {
            // Somebody raised the price of a nut by a cent, and nothing else. Whoever asks for a level and no other gets that or a refusal.
            var nuts = data.LineItems[1] with
            {
                UnitPrice = UnitPrice.Of(2.51m, "USD"),
            };
            var wrong = data with
            {
                RequestedLevel = RequestedDataLevel.LevelIII,
                LineItems = [data.LineItems[0], nuts],
            };
            await ShowAsync(
                "sale, a line that is off",
                () => _shop.PayAsync(NextOrder(order.Amount.Amount), stage.Card, commercialData: wrong),
                Expected.Refused("CommercialCardData.LineItems[1].NetAmount: must be 30.12", "off by 0.12")
            );
        }
    }
}
