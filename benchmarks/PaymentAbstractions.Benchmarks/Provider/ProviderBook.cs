using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>Answers sales and counts them. Safe for several callers.</summary>
internal sealed class ProviderBook
{
    private readonly Lock _lock = new();
    private Tally _counted;

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

    /// <summary>Counts a sale and writes its answer.</summary>
    /// <param name="request">The body of the request.</param>
    /// <param name="destination">At least <see cref="TransactionAnswer.MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Answer(ReadOnlySpan<byte> request, Span<byte> destination)
    {
        var sale = Tally.Of(
            TransactionAnswer.ValueAfter("\"amount\":"u8, request),
            TransactionAnswer.ValueAfter("\"requestId\":"u8, request)[1..^1]
        );
        lock (_lock)
        {
            _counted += sale;
        }

        return TransactionAnswer.Write(request, destination);
    }
}
