using System.Globalization;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Asks Rebilly for the open authorizations of a customer that a sale would capture.</summary>
internal static class OpenAuthorizationList
{
    private const int Limit = 100;

    /// <returns>The open ones, or <see langword="null"/> when the answer does not prove that these are all.</returns>
    public static async Task<List<TransactionBody>?> ReadAsync(
        RebillyAccount account,
        RebillyClient client,
        string customerId,
        Currency currency,
        string? instrumentId,
        CancellationToken cancellationToken
    )
    {
        var filter = $"customerId:{customerId};type:{Vocabulary.Authorize};status:{Vocabulary.WaitingCapture}";
        var read = await client.ListTransactionsAsync(filter, Limit, cancellationToken).ConfigureAwait(false);
        if (!read.HasValue || read.Value.Length >= Limit || Total(read) > read.Value.Length)
        {
            return null;
        }

        var now = account.Time.GetUtcNow();
        return
        [
            .. read.Value.Where(body =>
                body is not null
                && Matches(customerId, body.CustomerId)
                && body.Type == Vocabulary.Authorize
                && body.Status == Vocabulary.WaitingCapture
                && Matches(currency.Code, (body.RequestCurrency ?? body.Currency)?.ToUpperInvariant())
                && Matches(instrumentId, body.PaymentInstrument?.PaymentInstrumentId)
                && (ResultFactory.ExpiryOf(body) is not { } expiry || expiry > now)
            ),
        ];
    }

    // A field that is not shown excludes nothing.
    private static bool Matches(string? wanted, string? shown) => wanted is null || shown is null || wanted == shown;

    private static long Total(Read<TransactionBody[]> read) =>
        long.TryParse(
            read.Answer.Header("Pagination-Total"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var total
        )
            ? total
            : 0;
}
