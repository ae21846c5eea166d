namespace PaymentAbstractions.Rebilly;

/// <summary>What of commercial card data belongs to Level II: what the schemes require or take for it, and no more.</summary>
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
