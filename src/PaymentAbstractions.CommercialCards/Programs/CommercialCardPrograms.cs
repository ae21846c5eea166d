using static PaymentAbstractions.CommercialDataLevel;
using static PaymentAbstractions.CommercialProgramKind;

namespace PaymentAbstractions;

/// <summary>The programs of the card schemes, as published by acquirers up to November 2026.</summary>
/// <remarks>
/// To replace or extend them, set <see cref="CommercialCardValidationOptions.Programs"/>. The page <c>docs/commercial-data.md</c> shows
/// them. This type is thread-safe.
/// </remarks>
public static class CommercialCardPrograms
{
    // Carriers, schools, courts, charities, clubs and government.
    private static readonly ValueList<string> WithoutTax =
    [
        "4111",
        "4131",
        "4215",
        "4784",
        "8211",
        "8220",
        "8398",
        "8661",
        "9211",
        "9222",
        "9311",
        "9399",
        "9402",
    ];

    private static readonly ValueList<CommercialCardProgram> Visa =
    [
        new()
        {
            Name = "CEDP participation fee",
            Brand = CardBrand.Visa,
            Level = LevelII,
            Kind = Fee,
            Countries = ["US"],
            Currency = Currency.Usd,
            From = new DateOnly(2025, 4, 12),
            FeePercent = 0.05m,
            Remarks = "on all traffic with Level II or III data, verified or not",
            Source = "checkout.com L2/L3 2026",
        },
        new()
        {
            Name = "Level II",
            Brand = CardBrand.Visa,
            Level = LevelII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            Until = new DateOnly(2026, 4, 17),
            LowestTaxPercent = 0.1m,
            HighestTaxPercent = 22m,
            Remarks =
                "ended on 2026-04-17 or 18, one source says January; for small-business cards 0.75 percentage points higher from 2026-01-24",
            Source = "checkout.com L2/L3 2026, americaneagle 2026, nuvei, redbridge",
        },
        new()
        {
            Name = "Level II, fleet fuel",
            Brand = CardBrand.Visa,
            Level = LevelII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            OnlyFleetFuel = true,
            LowestTaxPercent = 0.1m,
            HighestTaxPercent = 22m,
            Remarks = "the part of Level II that continues",
            Source = "checkout.com L2/L3 2026, americaneagle 2026",
        },
        new()
        {
            Name = "Level III",
            Brand = CardBrand.Visa,
            Level = LevelIII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            Until = new DateOnly(2025, 10, 17),
            HighestTaxPercent = 22m,
            IsUnconfirmed = true,
            Remarks = "replaced by Product 3",
            Source = "general knowledge",
        },
        new()
        {
            Name = "CEDP Product 3",
            Brand = CardBrand.Visa,
            Level = LevelIII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            From = new DateOnly(2025, 10, 17),
            LowestTaxPercent = 0.1m,
            HighestTaxPercent = 22m,
            TakesZeroTax = true,
            NeedsOptIn = true,
            Remarks =
                "domestic; business, corporate, purchasing and fleet, credit or prepaid; verified merchants: 90 % of a period's data must be good, or the rate is lost; a reference of at most 12 characters, it is not specified which one; from 2025-10-17 or 18; for small-business cards 0.65 percentage points higher from 2026-01-24",
            Source = "checkout.com L2/L3 2026, nuvei, redbridge, BlueSnap",
        },
    ];

    private static readonly ValueList<CommercialCardProgram> Mastercard =
    [
        new()
        {
            Name = "Data Rate II",
            Brand = CardBrand.Mastercard,
            Level = LevelII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            LowestTaxPercent = 0.1m,
            HighestTaxPercent = 30m,
            ZeroTaxCategories = WithoutTax,
            NeededFields = ["MerchantTaxId"],
            Remarks =
                "no travel and entertainment; needs the merchant's address, its type code and the customer's code, too; no exempt order since 2010-04; the window is of an older guide",
            Source = "checkout.com L2/L3 2026, midwestpay, trxservices, globalpay",
        },
        new()
        {
            Name = "Data Rate III",
            Brand = CardBrand.Mastercard,
            Level = LevelIII,
            Kind = Rate,
            Countries = ["US"],
            Currency = Currency.Usd,
            HighestTaxPercent = 30m,
            TakesZeroTax = true,
            NeededFields = ["MerchantTaxId"],
            Remarks =
                "no travel and entertainment; needs the merchant's address, its type code and the customer's code, too; an exempt order is possible; the window is of an older guide",
            Source = "checkout.com L2/L3 2026, midwestpay, trxservices, globalpay",
        },
        new()
        {
            Name = "International Data Rate II",
            Brand = CardBrand.Mastercard,
            Level = LevelII,
            Kind = Rate,
            IsUnconfirmed = true,
            Remarks = "only its existence is known",
            Source = "midwestpay, trxservices",
        },
    ];

    private static readonly ValueList<CommercialCardProgram> Others =
    [
        new()
        {
            Name = "Level II",
            Brand = CardBrand.AmericanExpress,
            Level = LevelII,
            Kind = Report,
            Countries = ["US", "AS", "GU", "MP", "PR", "VI", "CA"],
            NeededFields = ["ShipTo.PostalCode"],
            NeedsOptIn = true,
            IsUnconfirmed = true,
            Remarks =
                "needs the approval of American Express; a tax id when exempt; \"no financial benefit\" at Adyen (2023-06); corporate and purchasing cards",
            Source = "Mastercard Gateway, Cybersource, Adyen 2023-06",
        },
        new()
        {
            Name = "Level III",
            Brand = CardBrand.AmericanExpress,
            Level = LevelIII,
            Kind = Report,
            Countries = ["US", "AS", "GU", "MP", "PR", "VI", "CA"],
            NeedsOptIn = true,
            IsUnconfirmed = true,
            Remarks = "as EDI 810 at Payflow",
            Source = "PayPal 2026",
        },
        new()
        {
            Name = "Level I",
            Brand = CardBrand.Discover,
            Level = LevelI,
            Kind = None,
            Remarks = "carries no other data",
            Source = "PayPal 2026-07-01",
        },
    ];

    /// <summary>Every program, scheme by scheme.</summary>
    public static ValueList<CommercialCardProgram> All { get; } = [.. Visa, .. Mastercard, .. Others];
}
