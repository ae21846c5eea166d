using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Rules for one field that are the same in every request.</summary>
internal static class FieldRules
{
    private const int LongestCode = 50;

    public static bool IsPrintable(string text) => text.All(c => c is >= ' ' and <= '~');

    public static bool IsPlainText(string text) => !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>Whether an amount is missing or zero.</summary>
    public static bool IsNothing(Money? amount) => amount is not { IsSpecified: true } money || money.IsZero;

    public static void Id(string field, string? value, ProblemList problems)
    {
        // The neutral rules report a missing value.
        if (!string.IsNullOrWhiteSpace(value) && !VirtualTerminalIds.TryParse(value, out _))
        {
            problems.Add(field, $"is {QuotedText.Of(value)}, and {VirtualTerminalIds.Rule}");
        }
    }

    /// <summary>Checks a line of an address; lines are never truncated.</summary>
    public static void Line(string field, string? text, int limit, bool required, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
            {
                problems.Add(field, "is missing.");
            }

            return;
        }

        if (text.Length > limit || !IsPlainText(text))
        {
            problems.Add(field, $"must have at most {limit} characters, none of them control characters.");
        }
    }

    /// <summary>Checks the id of a customer, in the format that the gateway is configured for.</summary>
    public static void CustomerId(string field, string? value, VirtualTerminalOptions options, ProblemList problems)
    {
        if (options.CustomerIds == VirtualTerminalCustomerIds.Number)
        {
            Id(field, value, problems);
        }
        else if (
            !string.IsNullOrWhiteSpace(value) && (value.Length > LongestCode || !value.All(c => c is > ' ' and <= '~'))
        )
        {
            problems.Add(
                field,
                $"is {QuotedText.Of(value)}, and must have 1 to {LongestCode} printable ASCII characters without spaces."
            );
        }
    }
}
