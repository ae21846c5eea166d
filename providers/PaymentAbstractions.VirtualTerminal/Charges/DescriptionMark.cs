namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The API knows no reference of ours and no key, so a short mark of the key goes behind the description; a look-up finds it
/// there, where the provider gives the description back. The buyer's purchase order number is never touched.
/// </summary>
internal static class DescriptionMark
{
    /// <summary>The longest description of the caller's that leaves room: 255 less a space and the mark.</summary>
    public const int MostCharacters = 255 - 1 - Length;

    private const string Prefix = "ref:";
    private const int Digits = 20;
    private const int Length = 24;

    public static string Write(PaymentRequest request, VirtualTerminalAccount account)
    {
        var mark = Of(account.WireKey(request.IdempotencyKey));
        return TextOf(request) is { Length: > 0 } text ? $"{text} {mark}" : mark;
    }

    public static bool Carries(string? description, string wireKey) =>
        description?.TrimEnd().EndsWith(Of(wireKey), StringComparison.Ordinal) == true;

    /// <summary>Whether a description ends in a mark of any key.</summary>
    public static bool IsMarked(string? description)
    {
        var text = description.AsSpan().TrimEnd();
        return text.Length >= Length
            && text[^Length..].StartsWith(Prefix, StringComparison.Ordinal)
            && text[^Digits..].ToString().All(char.IsAsciiHexDigitLower);
    }

    private static string Of(string wireKey) => Prefix + wireKey[..Digits];

    private static string? TextOf(PaymentRequest request) =>
        request.Description
        ?? request switch
        {
            ChargeRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            CreditRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            _ => null,
        };
}
