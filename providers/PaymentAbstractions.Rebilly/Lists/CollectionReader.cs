using System.Globalization;
using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads a whole collection, oldest first, one page at a time.</summary>
/// <remarks>
/// Source: core API reference, collections: a limit and an offset of at most 1000, and the totals in headers. What lies beyond that offset is
/// read by filtering from the time of the last row on, where rows of that time come twice and are skipped. Unverified: that collections can be
/// sorted and filtered by createdTime, and that such a range includes its start. Where the rows come in another order, or a range begins after
/// the last row, the reading stops instead of leaving some out.
/// </remarks>
/// <param name="read">Reads one page, or throws.</param>
/// <param name="cannotRead">Makes the exception for a page that is no list.</param>
internal sealed class CollectionReader(
    Func<ProviderRequest, CancellationToken, Task<TransportAnswer>> read,
    Func<TransportAnswer, PaymentReadException> cannotRead
)
{
    private const int Limit = 200;
    private const int LastOffset = 1000;

    /// <param name="path">The collection.</param>
    /// <param name="filter">The filter; none for everything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, each once.</returns>
    public async IAsyncEnumerable<JsonFields> ReadAllAsync(
        string path,
        string? filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var (seen, before) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        (DateTimeOffset? from, DateTimeOffset? last, var isSorted, var offset) = (null, null, true, 0);
        while (true)
        {
            var answer = await read(PageOf(path, filter, from, offset), cancellationToken).ConfigureAwait(false);
            var rows = JsonFields.ReadArray(answer) ?? throw cannotRead(answer);
            var overlaps = from is null || offset > 0;
            foreach (var row in rows)
            {
                var (id, at) = (row.DecidingText("id") ?? throw cannotRead(answer), row.Time("createdTime"));
                isSorted &= at is not null && (last is null || at >= last);
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
                throw Unreachable(path);
            }

            if (rows.Count == 0 || (total is { } all ? offset >= all : rows.Count < Limit))
            {
                yield break;
            }

            if (offset > LastOffset)
            {
                if (!isSorted || last <= from)
                {
                    throw Unreachable(path);
                }

                (from, last, offset) = (last, null, 0);
                (before, seen) = (seen, []);
            }
        }
    }

    private static PaymentReadException Unreachable(string path) =>
        new(
            $"The collection '{path}' cannot be read to its end: its rows are not ordered by their time, more of them are of one second than can "
                + "be paged through, or a page is missing. The rows before it were listed.",
            PaymentReason.NoTrustworthyAnswer
        );

    private static ProviderRequest PageOf(string path, string? filter, DateTimeOffset? from, int offset)
    {
        var since = from is { } time
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"createdTime:{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFF}Z.."
            )
            : null;
        var filters = string.Join(';', new[] { filter, since }.OfType<string>());
        return ProviderRequest.Get(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}?{(filters.Length > 0 ? $"filter={Uri.EscapeDataString(filters)}&" : "")}sort=createdTime&limit={Limit}&offset={offset}"
            )
        );
    }

    private static int? TotalOf(TransportAnswer answer) =>
        int.TryParse(answer.Header("Pagination-Total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : null;
}
