namespace PaymentAbstractions.Sandbox;

/// <summary>The check digit and the brand of a card number.</summary>
internal static class CardNumbers
{
    public static bool IsValid(string pan)
    {
        if (pan.Length is < 12 or > 19 || !pan.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var index = 0; index < pan.Length; index++)
        {
            var digit = pan[pan.Length - 1 - index] - '0';
            var doubled = digit * 2;
            sum +=
                index % 2 == 0 ? digit
                : doubled > 9 ? doubled - 9
                : doubled;
        }

        return sum % 10 == 0;
    }

    public static string BrandOf(string pan)
    {
        var two = pan[..2];
        return pan[0] switch
        {
            '4' => "Visa",
            '5' when two[1] is >= '1' and <= '5' => "MasterCard",
            '2' => "MasterCard",
            '3' when two is "34" or "37" => "American Express",
            '3' when two is "35" => "JCB",
            '3' => "Diners Club",
            '6' when two is "62" => "China UnionPay",
            '6' when two is "60" or "65" or "64" => "Discover",
            _ => "Maestro",
        };
    }
}
