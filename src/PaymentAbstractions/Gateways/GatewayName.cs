using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>The rule for gateway names: 1 to 40 of the characters a-z, 0-9 and underscore.</summary>
public static class GatewayName
{
    internal const string Rule = "must have 1 to 40 of the characters a-z, 0-9 and _.";

    /// <summary>Whether a text is a valid gateway name.</summary>
    /// <param name="name">The text.</param>
    /// <returns><see langword="true"/> for 1 to 40 of <c>a-z 0-9 _</c>.</returns>
    public static bool IsValid([NotNullWhen(true)] string? name)
    {
        if (name is not { Length: > 0 and <= 40 })
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            {
                return false;
            }
        }

        return true;
    }
}
