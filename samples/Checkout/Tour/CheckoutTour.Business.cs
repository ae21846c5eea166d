using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private static readonly CommercialCardData LevelTwo = new()
    {
        CustomerReference = "PO-88",
        Tax = new CommercialTax { Amount = Money.Usd(6.60m), Treatment = TaxTreatment.Taxable },
        Freight = Money.Usd(10m),
    };

    private static readonly CommercialCardData LevelThree = LevelTwo with
    {
        ShipTo = new Address
        {
            FirstName = "Dock 4",
            Line1 = "1 Elm St",
            City = "Troy",
            Region = "NY",
            PostalCode = "12180",
            Phone = "5185550100",
        },
        LineItems =
        [
            new CommercialLineItem
            {
                ProductCode = "BOLT-10",
                Quantity = 2,
                UnitPrice = UnitPrice.Of(40m, "USD"),
            },
        ],
    };

    /// <summary>The same sale with the data of each level: 2 x 40.00, tax 6.60 and freight 10.00.</summary>
    private async Task SellToBusinessAsync()
    {
        await SellAsync("sale, level I", null, CommercialDataLevel.LevelI);
        await SellAsync("sale, level II", LevelTwo, CommercialDataLevel.LevelII);
        await SellAsync("sale, level III", LevelThree, CommercialDataLevel.LevelIII);

        async Task SellAsync(string what, CommercialCardData? data, CommercialDataLevel level)
        {
            var order = NextOrder(96.60m);
            var result = await ShowAsync(
                what,
                () => _shop.PayAsync(order, stage.Card, commercialData: data),
                stage.Pick(
                    data is null ? new Expected(PaymentOutcome.Approved) : Expected.NotSupported,
                    new Expected(PaymentOutcome.Approved) { ReportedLevel = level }
                )
            );
            if (result.IsApproved)
            {
                Keep(order);
            }
        }
    }
}
