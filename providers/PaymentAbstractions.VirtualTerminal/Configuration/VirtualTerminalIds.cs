using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Ids at the provider: whole numbers greater than zero. Zero means "none" there.</summary>
internal static class VirtualTerminalIds
{
    public const string Rule = "must be a whole number greater than zero, without leading zeros.";

    public static bool TryParse([NotNullWhen(true)] string? text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0 && text![0] != '0';

    public static long Parse(string text) =>
        TryParse(text, out var id) ? id : throw new PaymentRequestException("Id", Rule);
}
