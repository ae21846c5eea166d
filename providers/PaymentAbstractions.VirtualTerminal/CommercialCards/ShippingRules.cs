using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The rules for a shipping address: the id of a stored one, or a new one in the United States, because there is no field for a country.
/// Another country is refused even if data may be dropped, because without the country the address would be wrong.
/// </summary>
internal static class ShippingRules
{
    public static void Check(CommercialCardData data, VirtualTerminalOptions options, ProblemList problems)
    {
        if (data.ShipToStoredAddressId is { } stored)
        {
            if (!VirtualTerminalIds.TryParse(stored, out _))
            {
                problems.Add(nameof(data.ShipToStoredAddressId), VirtualTerminalIds.Rule);
            }
        }
        else if (data.ShipTo is { } address)
        {
            CheckAddress(nameof(data.ShipTo), address, options, problems);
        }
    }

    private static void CheckAddress(
        string field,
        Address address,
        VirtualTerminalOptions options,
        ProblemList problems
    )
    {
        var limit = options.MaxAddressLineLength;
        Line($"{field}.LastName", ShippingTag.Of(address), limit, required: true, problems);
        Line($"{field}.Line1", address.Line1, limit, required: true, problems);
        Line($"{field}.Line2", address.Line2, limit, required: false, problems);
        Line($"{field}.City", address.City, limit, required: true, problems);
        if (address.Region is not { Length: 2 } region || !region.All(char.IsAsciiLetterUpper))
        {
            problems.Add($"{field}.Region", "must be a state code of two uppercase letters.");
        }

        if (!IsPostal(address.PostalCode))
        {
            problems.Add($"{field}.PostalCode", "must have 5 or 9 digits.");
        }

        if (address.Country is not (null or "US"))
        {
            problems.Add($"{field}.Country", "must be US or omitted; the API has no field for it.");
        }

        if (address.Phone is { } phone && (phone.Length is 0 or > 20 || !phone.All(IsPhoneCharacter)))
        {
            problems.Add($"{field}.Phone", "must have at most 20 digits, spaces and + - ( ) . characters.");
        }
    }

    private static bool IsPostal(string? code) =>
        code is { Length: 5 or 9 or 10 }
        && (
            code.Length == 10 ? code[5] == '-' && code.Remove(5, 1).All(char.IsAsciiDigit) : code.All(char.IsAsciiDigit)
        );

    private static bool IsPhoneCharacter(char c) => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '.';
}
