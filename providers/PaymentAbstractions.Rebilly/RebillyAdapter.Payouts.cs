using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Payout requests. The pipeline and the rules have validated the requests. Source: core API reference, payout requests.
internal sealed partial class RebillyAdapter : IPayouts
{
    private const string PayoutRequests = "payout-requests";
    private const string PayoutName = "The payout request";

    private static readonly PayoutResult PayoutNotFound = new()
    {
        Outcome = PaymentOutcome.Rejected,
        Reason = PaymentReason.NotFound,
    };

    public async Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default)
    {
        try
        {
            // Writing to an existing payout request changes it, so it must belong to the same customer and be open.
            if (
                request.Id is { } known
                && await GetAsync(known, cancellationToken).ConfigureAwait(false) is { } there
                && PayoutRules.Refuse(request, there) is { } refused
            )
            {
                return refused;
            }
        }
        catch (PaymentReadException exception)
        {
            return NotReadPayout(exception);
        }

        var own = request.Id is { } id
            ? ProviderRequest.Json(HttpMethod.Put, PayoutPath(id), Write)
            : ProviderRequest.Json(HttpMethod.Post, PayoutRequests, Write);
        var answer = await StoreAsync(own, cancellationToken).ConfigureAwait(false);
        var result = Requested(
            answer,
            shown =>
                ReadPayout(shown) is { } payout
                && (request.Id is null || payout.Id == request.Id)
                && payout.CustomerId == request.CustomerId
                && payout.Amount == request.Amount
                    ? payout
                    : null,
            answer.StatusCode is 200 or 201
        );
        return result with
        {
            AlreadyExisted =
                request.Id is not null && answer.StatusCode == 200 && result.Outcome == PaymentOutcome.Approved,
        };

        void Write(System.Text.Json.Utf8JsonWriter json) => PayoutWriter.Write(json, request, _options);
    }

    public async Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default)
    {
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Get(PayoutPath(payoutId)),
                PayoutName,
                IsNotFound,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer is null ? null
            : ReadPayout(answer) is { } payout && payout.Id == payoutId ? payout
            : throw CannotRead(PayoutName, answer);
    }

    public async IAsyncEnumerable<Payout> ListAsync(
        string? customerId = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        // It is not documented that the filter is applied.
        var query = new CollectionQuery(PayoutRequests)
        {
            Filter = customerId is null ? null : $"customerId:{customerId}",
        };
        await foreach (var row in ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var payout = Payouts.Read(row) ?? throw Unreadable("payout requests");
            if (customerId is null || payout.CustomerId == customerId)
            {
                yield return payout;
            }
        }
    }

    public async Task<PayoutResult> CancelAsync(
        CancelPayoutRequest request,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            if (await GetAsync(request.PayoutId, cancellationToken).ConfigureAwait(false) is not { } known)
            {
                return PayoutNotFound;
            }

            if (known.Status == PayoutStatus.Canceled)
            {
                return new PayoutResult
                {
                    Outcome = PaymentOutcome.Approved,
                    Payout = known,
                    AlreadyExisted = true,
                };
            }

            var answer = await StoreAsync(
                    ProviderRequest.Json(
                        HttpMethod.Post,
                        $"{PayoutPath(request.PayoutId)}/cancel",
                        json => PayoutWriter.Cancel(json, request)
                    ),
                    cancellationToken
                )
                .ConfigureAwait(false);
            return Requested(
                answer,
                shown =>
                    ReadPayout(shown) is { Status: PayoutStatus.Canceled } payout && payout.Id == request.PayoutId
                        ? payout
                        : null,
                answer.StatusCode is 200 or 201,
                RefuseCancellation(answer)
            );
        }
        catch (PaymentReadException exception)
        {
            return NotReadPayout(exception);
        }
    }

    private static PayoutResult NotReadPayout(PaymentReadException exception)
    {
        var unread = NotRead(exception);
        return new PayoutResult
        {
            Outcome = unread.Outcome,
            Reason = unread.Reason,
            Problems = unread.Problems,
        };
    }

    // Implemented explicitly, because the vault has a method of the same name for customers.
    async Task<ValueList<PayoutPaymentMethod>> IPayouts.ListPaymentMethodsAsync(
        string payoutId,
        CancellationToken cancellationToken
    )
    {
        const string what = "The list of payment methods of the payout request";
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Get($"{PayoutPath(payoutId)}/{Instruments}"),
                what,
                _ => false,
                cancellationToken
            )
            .ConfigureAwait(false);
        var rows = JsonFields.ReadArray(answer!) ?? throw CannotRead(what, answer!);
        return [.. rows.Select(row => Payouts.ReadMethod(row) ?? throw CannotRead(what, answer!))];
    }

    /// <summary>Allows a credit for a payout request only while the request is open and has enough left.</summary>
    private async Task<PreparedRead> CheckPayoutAsync(CreditRequest credit, RunningAttempt running)
    {
        // An amount that an earlier attempt may have paid out is already deducted; Rebilly does not pay again under the same requestId.
        if (credit.PayoutId is not { } id || running.MayHaveBeenSentBefore)
        {
            return PreparedRead.Ready;
        }

        try
        {
            return await running.PrepareAsync(token => GetAsync(id, token)).ConfigureAwait(false) switch
            {
                null => PreparedRead.Refused(
                    ProviderRefusal.Rejected(
                        PaymentReason.NotFound,
                        $"Rebilly does not know the payout request '{id}'."
                    )
                ),
                var payout when PayoutRules.Refuse(credit, payout) is { } refusal => PreparedRead.Refused(refusal),
                { AvailableAmount: null } => PreparedRead.Failed(
                    $"The amount of the payout request '{id}' that can still be paid out could not be read."
                ),
                { Status: PayoutStatus.Unknown } payout => PreparedRead.Failed(
                    $"The payout request '{id}' has an unknown status ({QuotedText.Of(payout.ProviderStatus)})."
                ),
                _ => PreparedRead.Ready,
            };
        }
        catch (PaymentReadException exception)
        {
            return PreparedRead.Failed(exception.Message);
        }
    }

    private PayoutReader Payouts => new(Masked);

    private Payout? ReadPayout(TransportAnswer answer) =>
        JsonFields.Read(answer) is { } body ? Payouts.Read(body) : null;

    // For a cancellation, a conflict is documented to mean that the request is in a state that cannot be canceled.
    private static ProviderRefusal? RefuseCancellation(TransportAnswer answer) =>
        answer.StatusCode == 409 && ProblemDocument.Read(answer) is { } problem
            ? ProviderRefusal.Rejected(PaymentReason.InvalidRequest, problem.Text)
            : null;

    private static string PayoutPath(string id) => $"{PayoutRequests}/{Escape(id)}";
}
