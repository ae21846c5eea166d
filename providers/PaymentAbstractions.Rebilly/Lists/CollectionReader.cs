using System.Globalization;
using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads a whole collection, one page at a time.</summary>
/// <remarks>
/// Source: core API reference, collections: a limit and an offset of at most 1000, and the totals in headers. Rows beyond that offset are
/// read by filtering from the time of the last row; rows of that time are returned twice, and the repeats are skipped. Unverified: that
/// collections can be sorted and filtered by createdTime, and that such a range includes its ends. If the rows arrive in another order, or
/// a range begins after the last row, reading stops instead of omitting rows.
/// </remarks>
/// <param name="read">Reads one page; throws when it cannot.</param>
/// <param name="cannotRead">Creates the exception for a page that is not a list.</param>
internal sealed class CollectionReader(
    Func<ProviderRequest, CancellationToken, Task<TransportAnswer>> read,
    Func<TransportAnswer, PaymentReadException> cannotRead
)
{
    private const int Limit = 200;
    private const int LastOffset = 1000;

    /// <param name="query">The rows to read.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The rows, each exactly once.</returns>
    public async IAsyncEnumerable<JsonFields> ReadAllAsync(
        CollectionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var (seen, before) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        (DateTimeOffset? start, DateTimeOffset? last, var isSorted, var offset) = (null, null, true, 0);
        while (true)
        {
            var answer = await read(query.Page(Limit, offset), cancellationToken).ConfigureAwait(false);
            var rows = JsonFields.ReadArray(answer) ?? throw cannotRead(answer);
            var overlaps = start is null || offset > 0;
            foreach (var row in rows)
            {
                var (id, at) = (row.DecidingText("id") ?? throw cannotRead(answer), row.Time("createdTime"));
                isSorted &= at is not null && (last is null || (query.IsNewestFirst ? at <= last : at >= last));
                last = at ?? last;
                overlaps |= before.Contains(id);
                if (seen.Add(id) && !before.Contains(id))
                {
                    yield return row;
                }
            }

            offset += rows.Count;
            var total = TotalOf(answer);
            if (!overlaps || (rows.Count == 0 && offset < total))
            {
                throw Unreachable(query);
            }

            if (rows.Count == 0 || (total is { } all ? offset >= all : rows.Count < Limit))
            {
                yield break;
            }

            if (offset > LastOffset)
            {
                if (!(query.IsOldestFirst || query.IsNewestFirst) || !isSorted || last == start)
                {
                    throw Unreachable(query);
                }

                (query, start, last, offset) = (query.After(last!.Value), last, null, 0);
                (before, seen) = (seen, []);
            }
        }
    }

    private static PaymentReadException Unreachable(CollectionQuery query) =>
        new(
            $"The collection '{query.Path}' cannot be read to its end: its rows are not ordered by time, more rows share one second "
                + "than can be paged through, or a page is missing. The rows before this point were returned.",
            PaymentReason.NoTrustworthyAnswer
        );

    private static int? TotalOf(TransportAnswer answer) =>
        int.TryParse(answer.Header("Pagination-Total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : null;
}
