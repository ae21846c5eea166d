namespace PaymentAbstractions;

/// <summary>Checks commercial card data before it is sent: all parts, all sums, and the requirements of its level.</summary>
/// <remarks>
/// <para>
/// All arithmetic is exact. The total of a line is quantity x unit price, rounded to the currency with midpoints away from zero, less its
/// discount. Prices without tax: amount = lines + tax + freight + duty - discount. Prices with tax: the same without the tax, which is
/// included. The tax of the order is the whole tax: the taxes of the lines and of the freight add up to it exactly. The validator never
/// corrects data.
/// </para>
/// <para>
/// A value beyond a limit of the card's scheme is an error when the scheme is known, otherwise a warning. This type is thread-safe. It does
/// not allocate when there are no findings.
/// </para>
/// </remarks>
public static class CommercialCardValidator
{
    private static readonly CommercialCardValidationOptions Default = new();

    /// <summary>Checks an order against the amount of its payment.</summary>
    /// <param name="data">The order, or the part of it that is captured, refunded or credited now.</param>
    /// <param name="amount">The amount of the payment, in major units of its currency.</param>
    /// <param name="options">What is known besides the order. The default is no scheme, and completeness for the requested level.</param>
    /// <returns>All findings, in the order of the properties; empty when there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
    public static ValueList<CommercialCardFinding> Validate(
        CommercialCardData data,
        Money amount,
        CommercialCardValidationOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        var check = new CommercialCardCheck(data, amount, options ?? Default);
        if (!amount.IsSpecified)
        {
            check.Error(
                CommercialCardCheck.AmountField,
                CommercialCardRule.HasValue,
                "an amount",
                "none",
                "is missing."
            );
            return check.Findings();
        }

        HeaderRules.Check(ref check);
        var sums = LineItemRules.CheckAll(ref check);
        SumRules.Check(ref check, in sums);
        LevelRules.Check(ref check);
        SchemeRules.Check(ref check);
        return check.Findings();
    }
}
