using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class AllocationTests
{
    private static readonly Address Canadian = new() { PostalCode = "K1A 0B1", Country = "CA" };

    private static readonly Dictionary<string, (CommercialCardData Data, Money Amount)> Orders = new(
        StringComparer.Ordinal
    )
    {
        ["a hyphenated postal code"] = (Bolts, BoltsAmount),
        ["Canada"] = (Bolts with { ShipTo = Canadian }, BoltsAmount),
        ["another country"] = (Bolts with { ShipTo = Canadian with { Country = "IE" } }, BoltsAmount),
        ["many lines"] = (
            Order([.. Enumerable.Range(1, 600).Select(i => Line($"P{i}", 2.5m, 3.20m))]).Exempt(),
            Money.Usd(4800m)
        ),
        ["everything"] = (Everything, BoltsAmount),
    };

    public static TheoryData<string> Names => [.. Orders.Keys];

    private static CommercialCardData Everything =>
        Bolts with
        {
            RequestedLevel = RequestedDataLevel.LevelIII,
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            InvoiceNumber = "R-2041",
            OrderDate = new DateOnly(2026, 11, 20),
            Tax = Bolts.Tax! with
            {
                NationalAmount = Money.Usd(1m),
                NationalRate = 5m,
                Calculation = TaxCalculation.NetPerLine,
            },
            FreightTaxRate = 0m,
            FreightTax = Money.Usd(0m),
            DiscountTreatment = DiscountTreatment.TaxAfterDiscount,
            MerchantTaxId = "12-3456789",
            MerchantVatNumber = "DE123456789",
            CustomerVatNumber = "DE987654321",
            VatInvoiceReference = "V-1",
            SummaryCommodityCode = "3116",
            RequesterName = "Ada Lovelace",
            AdviceTexts = ["Thank you", "for your order"],
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_valid_order_allocates_nothing(string name)
    {
        var (data, amount) = Orders[name];
        var options = new CommercialCardValidationOptions
        {
            Level = CommercialDataLevel.LevelIII,
            Brand = CardBrand.Mastercard,
            MerchantName = "Bolts & Nuts",
            MerchantTaxId = "98-7654321",
            MerchantCountry = "US",
            Date = new DateOnly(2026, 11, 20),
        };
        var findings = CommercialCardValidator.Validate(data, amount, options);
        Assert.True(findings.Count == 0, $"{name}: {findings}");

        // Only the second run counts, because the first may still compile code or rent buffers.
        Validate();
        var allocated = Validate();

        Assert.Equal(0, allocated);

        long Validate()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
            {
                CommercialCardValidator.Validate(data, amount, options);
                CommercialCardValidator.Validate(data, amount);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
