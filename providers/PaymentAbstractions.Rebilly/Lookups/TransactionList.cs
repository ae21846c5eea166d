using System.Globalization;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads lists of the newest transactions that match a filter. Source: core API reference, collections.</summary>
internal static class TransactionList
{
    private const int Limit = 100;

    public static ProviderRequest By(string filter) =>
        ProviderRequest.Get(
            $"transactions?filter={Uri.EscapeDataString(filter)}&sort=-createdTime&limit={Limit.ToString(CultureInfo.InvariantCulture)}"
        );

    /// <returns>The transactions; <see langword="null"/> when one of the rows cannot be read as a transaction.</returns>
    public static IReadOnlyList<ProviderTransaction>? Read(TransportAnswer answer) =>
        answer.StatusCode is 200 or 201
        && JsonFields.ReadArray(answer) is { } rows
        && rows.Select(TransactionReader.Read).ToList() is var read
        && read.TrueForAll(row => row.Contradiction is null)
            ? read
            : null;

    /// <summary>Whether a list is complete.</summary>
    public static bool IsWhole(TransportAnswer answer, int rows) =>
        rows < Limit
        && !(
            long.TryParse(
                answer.Header("Pagination-Total"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var total
            )
            && total > rows
        );
}
