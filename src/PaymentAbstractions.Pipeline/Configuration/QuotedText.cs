namespace PaymentAbstractions;

/// <summary>A value of the configuration as a message shows it: on one line, and not without end. Never a secret.</summary>
internal static class QuotedText
{
    private const int Longest = 60;

    public static string Of(string? text)
    {
        var shown = text is { Length: > Longest } ? text[..Longest] + "…" : text;
        return $"'{string.Concat((shown ?? "").Select(c => char.IsControl(c) ? ' ' : c))}'";
    }
}
