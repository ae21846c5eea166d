using System.Globalization;

namespace PaymentAbstractions.Rebilly;

/// <summary>The brand by the first digits of the card (ISO/IEC 7812), which a transaction shows as <c>bin</c>.</summary>
internal static class CardBrandByBin
{
    public static CardBrand Of(string? bin)
    {
        if (
            bin is not { Length: >= 4 }
            || !int.TryParse(bin.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var four)
        )
        {
            return default;
        }

        return four switch
        {
            >= 4000 and <= 4999 => CardBrand.Visa,
            (>= 5100 and <= 5599) or (>= 2221 and <= 2720) => CardBrand.Mastercard,
            (>= 3400 and <= 3499) or (>= 3700 and <= 3799) => CardBrand.AmericanExpress,
            6011 or (>= 6440 and <= 6599) => CardBrand.Discover,
            (>= 3000 and <= 3059) or (>= 3600 and <= 3699) or (>= 3800 and <= 3899) => CardBrand.DinersClub,
            >= 3528 and <= 3589 => CardBrand.Jcb,
            >= 6200 and <= 6299 => CardBrand.UnionPay,
            _ => default,
        };
    }
}
