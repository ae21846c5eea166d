namespace PaymentAbstractions;

internal static class AddressRules
{
    public static void Check(string field, Address? address, RequestProblems problems)
    {
        if (address?.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            problems.Add($"{field}.Country", "must be two upper-case letters (ISO 3166-1 alpha-2).");
        }
    }
}
