using System.Text;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>Answers payments and counts them, in the shapes of Rebilly and of Stripe. Safe for several callers.</summary>
/// <param name="sale">The answer to a sale, which is Rebilly's or the virtual terminal's; Rebilly's usual one when missing.</param>
/// <param name="keepsSales">Whether sales can be read and refunded.</param>
internal sealed class ProviderBook(AnswerTemplate? sale = null, bool keepsSales = false)
{
    // As many sales can be refunded. Their bodies have one length, so the memory is used again.
    private const int Kept = 1 << 16;

    private readonly AnswerTemplate _sale = sale ?? AnswerTemplate.Sale;
    private readonly byte[]?[] _sales = new byte[keepsSales ? Kept : 0][];
    private readonly Lock _lock = new();
    private Tally _counted;
    private long _lastId;

    /// <summary>What was received so far.</summary>
    public Tally Counted
    {
        get
        {
            lock (_lock)
            {
                return _counted;
            }
        }
    }

    /// <summary>More bytes than any answer needs.</summary>
    public int MaxAnswer => _sale.MaxLength;

    /// <summary>Counts a sale and writes its answer.</summary>
    /// <param name="request">The body of the request.</param>
    /// <param name="destination">At least <see cref="MaxAnswer"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Sale(ReadOnlySpan<byte> request, Span<byte> destination)
    {
        if (_sale == AnswerTemplate.TerminalSale)
        {
            Count(RequestValue.After("\"Amount\":"u8, request), RequestValue.After("ref:"u8, request));
        }
        else
        {
            Count(RequestValue.After("\"amount\":"u8, request), RequestValue.After("\"requestId\":"u8, request)[1..^1]);
        }

        var id = NextId();
        Keep(id, request);
        return _sale.Write(id, parent: 0, request, destination);
    }

    /// <summary>Writes a Rebilly sale as it is read later.</summary>
    /// <param name="id">The number of the sale.</param>
    /// <param name="destination">At least <see cref="MaxAnswer"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Read(long id, Span<byte> destination) =>
        AnswerTemplate.SettledSale.Write(id, parent: 0, _sales[id % Kept], destination);

    /// <summary>Counts a refund at Rebilly and writes its answer.</summary>
    /// <param name="original">The number of the sale.</param>
    /// <param name="request">The body of the request; its description ends in our key.</param>
    /// <param name="destination">At least <see cref="MaxAnswer"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Refund(long original, ReadOnlySpan<byte> request, Span<byte> destination)
    {
        Count(RequestValue.After("\"amount\":"u8, request), RequestValue.After("ref:"u8, request));
        return AnswerTemplate.Refund.Write(NextId(), original, [.. request, .. _sales[original % Kept]!], destination);
    }

    /// <summary>Counts a payment or a refund at Stripe and writes its answer.</summary>
    /// <param name="template">The answer.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="request">The body of the request, a form.</param>
    /// <param name="destination">At least <see cref="MaxAnswer"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Stripe(AnswerTemplate template, string key, ReadOnlySpan<byte> request, Span<byte> destination)
    {
        Count(RequestValue.After("amount="u8, request), Encoding.ASCII.GetBytes(key), isInCents: true);
        return template.Write(NextId(), parent: 0, request, destination);
    }

    private long NextId() => Interlocked.Increment(ref _lastId);

    private void Count(ReadOnlySpan<byte> amount, ReadOnlySpan<byte> key, bool isInCents = false)
    {
        var payment = Tally.Of(amount, key, isInCents);
        lock (_lock)
        {
            _counted += payment;
        }
    }

    private void Keep(long id, ReadOnlySpan<byte> request)
    {
        if (_sales.Length == 0)
        {
            return;
        }

        var place = id % Kept;
        var kept = _sales[place];
        if (kept?.Length != request.Length)
        {
            _sales[place] = kept = new byte[request.Length];
        }

        request.CopyTo(kept);
    }
}
