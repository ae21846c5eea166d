using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Testing;

/// <summary>
/// The in-memory payout requests of a fake gateway. The remaining amount of a request follows from the credits in the books.
/// </summary>
/// <remarks>Thread-safe. The pipeline validates requests, as for every provider.</remarks>
internal sealed class FakePayouts(Func<TimeProvider> time) : IPayouts
{
    private readonly Lock _lock = new();
    private readonly List<Payout> _payouts = [];
    private int _last;

    /// <summary>The books that contain the credits.</summary>
    public FakeBooks Books { get; } = new();

    public Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            () =>
            {
                var at = _payouts.FindIndex(one => one.Id == request.Id);
                return at >= 0 && Show(_payouts[at]).Status == PayoutStatus.Canceled
                    ? Refused(PaymentReason.InvalidRequest)
                    : Done(Show(Keep(request, at))) with
                    {
                        AlreadyExisted = at >= 0,
                    };
            },
            cancellationToken
        );
    }

    public Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payoutId);
        return AnswerAsync(() => Find(payoutId), cancellationToken);
    }

    public async IAsyncEnumerable<Payout> ListAsync(
        string? customerId = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (
            var payout in await AnswerAsync(
                    () =>
                        _payouts.Where(one => customerId is null || one.CustomerId == customerId).Select(Show).ToList(),
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            yield return payout;
        }
    }

    public Task<PayoutResult> CancelAsync(CancelPayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            () =>
            {
                var at = _payouts.FindIndex(one => one.Id == request.PayoutId);
                if (at < 0)
                {
                    return Refused(PaymentReason.NotFound);
                }

                var shown = Show(_payouts[at]);
                if (shown.Status is PayoutStatus.Canceled or PayoutStatus.Fulfilled)
                {
                    return shown.Status == PayoutStatus.Canceled
                        ? Done(shown) with
                        {
                            AlreadyExisted = true,
                        }
                        : Refused(PaymentReason.InvalidRequest);
                }

                _payouts[at] = _payouts[at] with
                {
                    Cancellation = new PayoutCancellation
                    {
                        CanceledBy = request.CanceledBy,
                        Description = request.Description,
                    },
                    UpdatedAt = time().GetUtcNow(),
                };
                return Done(Show(_payouts[at]));
            },
            cancellationToken
        );
    }

    public Task<ValueList<PayoutPaymentMethod>> ListPaymentMethodsAsync(
        string payoutId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(payoutId);
        return AnswerAsync<ValueList<PayoutPaymentMethod>>(
            () =>
                Find(payoutId) is not { } payout
                    ? throw new PaymentReadException("The payout request does not exist.", PaymentReason.NotFound)
                : payout.PaymentMethodId is { } method ? [new PayoutPaymentMethod { PaymentMethodId = method }]
                : [],
            cancellationToken
        );
    }

    /// <returns>Why a credit cannot be made for its payout request.</returns>
    public (PaymentReason Reason, string Message)? Refuse(PaymentRequest request)
    {
        if (request is not CreditRequest { PayoutId: { } id } credit)
        {
            return null;
        }

        lock (_lock)
        {
            return Find(id) switch
            {
                null => (PaymentReason.NotFound, "The fake provider does not have the payout request."),
                { Status: PayoutStatus.Canceled or PayoutStatus.Fulfilled } payout => (
                    PaymentReason.InvalidRequest,
                    $"The payout request is {payout.ProviderStatus}."
                ),
                var payout
                    when payout.CustomerId != credit.Customer?.Id || payout.Amount.Currency != credit.Amount.Currency =>
                    (
                        PaymentReason.InvalidRequest,
                        "The payout request belongs to another customer or is in another currency."
                    ),
                var payout when payout.AvailableAmount < credit.Amount => (
                    PaymentReason.ExceedsAvailableAmount,
                    $"The payout request has {payout.AvailableAmount} left."
                ),
                _ => null,
            };
        }
    }

    private static PayoutResult Done(Payout payout) => new() { Outcome = PaymentOutcome.Approved, Payout = payout };

    private static PayoutResult Refused(PaymentReason reason) =>
        new() { Outcome = PaymentOutcome.Rejected, Reason = reason };

    private Payout Keep(PayoutRequest request, int at)
    {
        var now = time().GetUtcNow();
        var payout = new Payout
        {
            Id = request.Id ?? string.Create(CultureInfo.InvariantCulture, $"payout_{++_last}"),
            CustomerId = request.CustomerId,
            Amount = request.Amount,
            PaymentMethodId = request.PaymentMethodId,
            Description = request.Description,
            CreatedAt = at >= 0 ? _payouts[at].CreatedAt : now,
            UpdatedAt = now,
        };
        if (at >= 0)
        {
            _payouts[at] = payout;
        }
        else
        {
            _payouts.Add(payout);
        }

        return payout;
    }

    private Payout? Find(string id) => _payouts.Find(one => one.Id == id) is { } payout ? Show(payout) : null;

    private Payout Show(Payout payout)
    {
        var credits = Books.CreditsFor(payout.Id);
        var paid = credits
            .Where(credit => credit.Amount.Currency == payout.Amount.Currency)
            .Aggregate(Money.Zero(payout.Amount.Currency), (sum, credit) => sum + credit.Amount);
        var left = paid < payout.Amount ? payout.Amount - paid : Money.Zero(payout.Amount.Currency);
        var status =
            payout.Cancellation is not null ? PayoutStatus.Canceled
            : left.IsZero ? PayoutStatus.Fulfilled
            : paid.IsPositive ? PayoutStatus.PartiallyFulfilled
            : payout.PaymentMethodId is null ? PayoutStatus.Pending
            : PayoutStatus.MethodSelected;
        return payout with
        {
            AvailableAmount = left,
            Status = status,
            ProviderStatus = $"{status}",
            TransactionIds = [.. credits.Select(credit => credit.TransactionId)],
        };
    }

    private Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        lock (_lock)
        {
            return Task.FromResult(answer());
        }
    }
}
