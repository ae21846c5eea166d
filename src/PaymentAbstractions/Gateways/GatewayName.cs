using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>The rule for names of gateways: 1 to 40 of the characters a-z, 0-9, underscore and hyphen.</summary>
public static class GatewayName
{
    internal const string Form = "1 to 40 of the characters a-z, 0-9, _ and -";
    internal const string Rule = $"must have {Form}.";

    /// <summary>Whether a text is a valid gateway name.</summary>
    /// <param name="name">The text.</param>
    /// <returns><see langword="true"/> for 1 to 40 of <c>a-z 0-9 _ -</c>.</returns>
    public static bool IsValid([NotNullWhen(true)] string? name)
    {
        if (name is not { Length: > 0 and <= 40 })
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
