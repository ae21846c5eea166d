namespace PaymentAbstractions;

/// <summary>Checks commercial card data before it is sent: every part, every sum, and what its level needs.</summary>
/// <remarks>
/// <para>
/// All arithmetic is exact. A line comes to quantity x unit price, rounded to the currency with midpoints away from zero, less
/// its discount. Prices without tax: amount = lines + tax + freight + duty - discount. Prices with tax: the same without the
/// tax, which is contained. The tax of the order is the whole: the taxes of the lines and of the freight make it exactly.
/// Nothing is repaired.
/// </para>
/// <para>
/// A limit of the card's scheme is an error when the scheme is known and a warning while it is not. Thread-safe; allocates
/// nothing while there is nothing to say.
/// </para>
/// </remarks>
public static class CommercialCardValidator
{
    private static readonly CommercialCardValidationOptions Default = new();

    /// <summary>Checks an order against the amount of its payment.</summary>
    /// <param name="data">The order, or the part of it that is captured, refunded or credited now.</param>
    /// <param name="amount">The amount of the payment, in major units of its currency.</param>
    /// <param name="options">What is known beside the order. Default: no scheme, completeness by the requested level.</param>
    /// <returns>Everything there is to say, in the order of the properties; empty when all is well.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
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
