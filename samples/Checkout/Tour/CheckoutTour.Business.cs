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

    private static CommercialOrder BusinessOrder { get; } =
        new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("PO-88")
            .Ship("10001", Dock)
            .AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40.00m, taxRate: 8.25m)
            .AddLine("NUT-10", "31161700", "Steel nut M10", quantity: 12, unitPrice: 2.50m, taxRate: 8.25m)
            .WithFreight(10.00m)
            .Build();

    /// <summary>One order of a business, paid with the data of each level, and once with a line that does not add up.</summary>
    private async Task SellToBusinessAsync()
    {
        table.Note($"a business order: {BusinessOrder.Totals}");
        await SellAsync("sale, level I", RequestedDataLevel.None, CommercialDataLevel.LevelI);
        await SellAsync("sale, level II", RequestedDataLevel.LevelII, CommercialDataLevel.LevelII);
        await SellLevelThreeAsync();
        await RefuseWrongLineAsync();
    }

    private Task SellLevelThreeAsync() =>
        SellAsync("sale, level III", RequestedDataLevel.LevelIII, CommercialDataLevel.LevelIII);

    private async Task SellAsync(string what, RequestedDataLevel requested, CommercialDataLevel level)
    {
        var next = NextOrder(BusinessOrder.Amount.Amount);
        var data = BusinessOrder.Data with
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            RequestedLevel = requested,
        };
        var result = await ShowAsync(
            what,
            () => _shop.PayAsync(next, stage.Card, commercialData: data),
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

    private async Task RefuseWrongLineAsync()
    {
        // One unit price is raised by a cent; nothing else changes. A request for a level gets that level or a refusal.
        var lines = BusinessOrder.Data.LineItems;
        var nuts = lines[1] with { UnitPrice = UnitPrice.Of(2.51m, "USD") };
        var wrong = BusinessOrder.Data with
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            RequestedLevel = RequestedDataLevel.LevelIII,
            LineItems = [lines[0], nuts],
        };
        await ShowAsync(
            "sale, a line that is off",
            () => _shop.PayAsync(NextOrder(BusinessOrder.Amount.Amount), stage.Card, commercialData: wrong),
            Expected.Refused("CommercialCardData.LineItems[1].NetAmount: must be 30.12", "off by 0.12")
        );
    }
}
