using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Plans for orders whose amount is the sum of their parts.</summary>
internal static class Plans
{
    private const string Root = "CommercialCardData.";

    public static DataPlan Of(CommercialCardData data, bool folds = false) => Of(data, AmountOf(data), folds);

    public static DataPlan Of(CommercialCardData? data, Money amount, bool folds = false) =>
        DataPlanner.Plan(data, amount, folds ? Accounts.Folding : Accounts.Plain);

    public static Money AmountOf(CommercialCardData data) => CommercialCardTotals.Of(data, Currency.Usd).Amount;

    /// <summary>The fields that have problems, without their common root.</summary>
    public static string[] Refused(this DataPlan plan) =>
        [.. plan.Problems.Select(problem => problem.Field.Replace(Root, "", StringComparison.Ordinal))];

    /// <summary>The quantities and prices, for example <c>2 x 40.00, 1 x 3.50</c>.</summary>
    public static string Prices(this DataPlan plan) =>
        string.Join(
            ", ",
            plan.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {line.Price}"))
        );

    public static CommercialCardData Order(params CommercialLineItem[] lines) =>
        Some.LevelIII with
        {
            LineItems = ValueList.Create<CommercialLineItem>(lines),
        };

    public static CommercialLineItem Line(decimal quantity, decimal price, decimal discount = 0, string code = "A-1") =>
        Some.Line(code, quantity, price) with
        {
            Discount = Money.Usd(discount),
        };

    /// <summary>Every field of the neutral data in the order of <see cref="Some.LevelIII"/>.</summary>
    public static CommercialCardData Everything =>
        Some.LevelIII with
        {
            InvoiceNumber = "INV-1001",
            OrderDate = new DateOnly(2026, 3, 1),
            Tax = new CommercialTax
            {
                Amount = Money.Usd(6.60m),
                Treatment = TaxTreatment.Taxable,
                NationalAmount = Money.Usd(1),
                NationalRate = 1.25m,
                Calculation = TaxCalculation.NetPerLine,
            },
            FreightTax = Money.Usd(0.50m),
            FreightTaxRate = 5,
            Duty = Money.Usd(0),
            Discount = Money.Usd(0),
            DiscountTreatment = DiscountTreatment.TaxAfterDiscount,
            ShipTo = Some.Dock with { Organization = "Contoso", Line2 = "Gate 2", Email = "dock@example.com" },
            ShipFromPostalCode = "10001",
            MerchantTaxId = "12-3456789",
            MerchantVatNumber = "DE123456789",
            CustomerVatNumber = "FR123456789",
            VatInvoiceReference = "VAT-1001",
            SummaryCommodityCode = "3116",
            RequesterName = "Ada Byron",
            AdviceTexts = ["Spring order"],
            LineItems =
            [
                Some.Line("BOLT-10", 2, 40) with
                {
                    CommodityCode = new() { Code = "31161600", Scheme = CommodityScheme.Unspsc },
                    Description = "Steel bolt M10",
                    UnitOfMeasure = "EA",
                    UnitOfMeasureScheme = UnitOfMeasureScheme.AnsiX12,
                    NetAmount = Money.Usd(80),
                    Discount = Money.Usd(0),
                    DiscountRate = 0,
                    DiscountTreatment = DiscountTreatment.TaxAfterDiscount,
                    Tax = Money.Usd(6.10m),
                    TaxRate = 7.625m,
                    TaxType = "S",
                    TaxTreatment = TaxTreatment.Taxable,
                    Kind = LineItemKind.Service,
                    PurchaseOrderNumber = "PO-88",
                    CatalogNumber = "CAT-7",
                },
            ],
        };
}
