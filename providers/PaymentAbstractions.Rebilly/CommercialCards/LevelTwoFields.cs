namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Selects the part of commercial card data that belongs to Level II: the fields that the card schemes require or accept for it.
/// </summary>
internal static class LevelTwoFields
{
    public static CommercialCardData Of(CommercialCardData data) =>
        new()
        {
            RequestedLevel = data.RequestedLevel,
            WhenNotExpressible = data.WhenNotExpressible,
            CustomerReference = data.CustomerReference,
            InvoiceNumber = data.InvoiceNumber,
            Tax = data.Tax is { } tax ? tax with { Calculation = TaxCalculation.NotProvided } : null,
            ShipTo = data.ShipTo is { } address
                ? new Address { Region = address.Region, PostalCode = address.PostalCode }
                : null,
            MerchantTaxId = data.MerchantTaxId,
            AdviceTexts = data.AdviceTexts,
        };
}
