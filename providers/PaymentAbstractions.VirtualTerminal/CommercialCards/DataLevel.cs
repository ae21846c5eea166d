namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Which level commercial card data makes at this provider.</summary>
/// <remarks>
/// Source: the page on submitting a stored transaction. Level II is tax, freight and the purchase order number; Level III is
/// all that with a shipping address and line items.
/// </remarks>
internal static class DataLevel
{
    public static CommercialDataLevel Of(CommercialCardData? data) =>
        data is null ? CommercialDataLevel.LevelI
        : WantsLevelIII(data) ? CommercialDataLevel.LevelIII
        : CommercialDataLevel.LevelII;

    public static bool WantsLevelIII(CommercialCardData data) =>
        data.ShipTo is not null || data.ShipToStoredAddressId is not null || data.LineItems.Count > 0;
}
