using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The ids of the provider: a prefix and a number.</summary>
internal static class TransactionIds
{
    public const int Digits = 20;
    public const string Format = "D18";

    private const string Prefix = "txn_01JC7Q8M";
    private const int IdDigits = 18;

    /// <summary>A transaction's id.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The id.</returns>
    public static string Of(string number) => Prefix + number;

    /// <summary>Reads the number of the transaction that a text names.</summary>
    /// <param name="text">An address, or the body of a request.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text names a transaction.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        var place = text.IndexOf(Prefix, StringComparison.Ordinal);
        return place >= 0
            && long.TryParse(
                text.Slice(place + Prefix.Length, IdDigits),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out number
            );
    }
}
