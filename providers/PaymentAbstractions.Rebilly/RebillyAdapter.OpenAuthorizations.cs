using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <content>
/// Prevents a sale from capturing an open authorization instead of charging, and a capture from taking a different authorization than its
/// own: no request field can name the authorization that Rebilly takes.
/// </content>
internal sealed partial class RebillyAdapter
{
    private Task<PreparedRead> KeepClearAsync(SaleRequest request, RunningAttempt running)
    {
        var needsNoRead =
            _options.OpenAuthorizations == OpenAuthorizationCheck.AcceptRisk
            || (_options.OpenAuthorizations != OpenAuthorizationCheck.AskProvider && running.Others.Count == 0);
        return needsNoRead ? Task.FromResult(PreparedRead.Ready) : CheckOpenAuthorizationsAsync(request, running);
    }

    private async Task<PreparedRead> CheckOpenAuthorizationsAsync(SaleRequest request, RunningAttempt running)
    {
        var (currency, instrument) = (request.Amount.Currency, (request.PaymentMethod as StoredPaymentMethod)?.Id);
        foreach (var other in running.Others.Where(other => CouldBeTaken(other, currency, instrument)))
        {
            if (await RefuseBesideAsync(other, running).ConfigureAwait(false) is { } refused)
            {
                return refused;
            }
        }

        if (_options.OpenAuthorizations != OpenAuthorizationCheck.AskProvider)
        {
            return PreparedRead.Ready;
        }

        var open = await ListOpenAsync(request.Customer!.Id, currency, instrument, running).ConfigureAwait(false);
        return open switch
        {
            null => PreparedRead.Failed("Rebilly's open authorizations could not be read."),
            [var first, ..] => Taken($"Rebilly shows the authorization '{first.Id}' as open.", first.Id),
            [] => PreparedRead.Ready,
        };
    }

    private async Task<PreparedRead?> RefuseBesideAsync(EarlierPayment other, RunningAttempt running)
    {
        var key = other.Attempt.IdempotencyKey;
        if (other.Transaction is not { TransactionId: var id })
        {
            return Open(
                $"The authorization under the key '{key}' is unresolved, and if it is open, the sale would capture it. Wait until it is resolved, or use another payment method."
            );
        }

        var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Transaction is not { Contradiction: null } authorization)
        {
            return PreparedRead.Failed(
                $"It could not be determined whether the authorization '{id}' under the key '{key}' is still open."
            );
        }

        // An answer that contradicts its request may name a transaction that the attempt did not create.
        if (
            other.IsInDoubt
            && !(authorization.Type == PaymentOperation.Authorize && authorization.WireKey == WireKey(key))
        )
        {
            return Open(
                $"The authorization under the key '{key}' is unresolved: it was answered with '{id}', which is a different transaction. Wait until it is resolved, or use another payment method."
            );
        }

        if (authorization.Type != PaymentOperation.Authorize)
        {
            return PreparedRead.Failed($"'{id}', which the key '{key}' authorized, is shown as {authorization.Type}.");
        }

        if (await IsClosedAsync(authorization, running).ConfigureAwait(false))
        {
            return null;
        }

        return IsStillWhole(authorization)
            ? Taken($"The authorization '{id}' under the key '{key}' is open.", id)
            : Open(
                $"The authorization '{id}' under the key '{key}' was partially captured, and it is not documented whether a sale captures the rest. Wait until {Instants.Show(LapsesAt(other))}, or use another payment method."
            );
    }

    // The journal counts the authorization as open, but it may have been closed outside this library; only a definite answer lets the sale
    // proceed.
    private async Task<bool> IsClosedAsync(ProviderTransaction authorization, RunningAttempt running)
    {
        if (IsStillWhole(authorization))
        {
            return false;
        }

        if (authorization.Status != ProviderStatus.Approved || !_options.AllowPartialCapture)
        {
            return true;
        }

        // It is not documented whether the remainder of a partial capture can still be captured, so the authorization counts as open.
        var original = await running
            .PrepareAsync(token => ReadChildrenAsync(authorization, token))
            .ConfigureAwait(false);
        if (original is null || authorization.Processed is not { } held)
        {
            return false;
        }

        var captures = original
            .Children.Where(child =>
                child.Type is PaymentOperation.Capture or PaymentOperation.Sale
                && child.Status is ProviderStatus.Approved or ProviderStatus.Reversed
            )
            .Select(child => child.Processed)
            .ToList();
        return captures.TrueForAll(amount => amount?.Currency == held.Currency)
            && captures.Aggregate(Money.Zero(held.Currency), (sum, amount) => sum + amount!.Value) >= held;
    }

    // Its result does not matter: while it waits for a capture, a sale may be processed as that capture.
    private static bool IsStillWhole(ProviderTransaction authorization) =>
        authorization.IsOpen
        || authorization.Status
            is not (
                ProviderStatus.Approved
                or ProviderStatus.Declined
                or ProviderStatus.Canceled
                or ProviderStatus.Abandoned
                or ProviderStatus.Misconfigured
                or ProviderStatus.Reversed
            );

    private async Task<PreparedRead> FindOnlyAsync(
        CaptureRequest request,
        ProviderTransaction authorization,
        RunningAttempt running
    )
    {
        var (currency, instrument) = (request.Amount.Currency, authorization.PaymentMethod.Id);
        if (running.Others.FirstOrDefault(other => CouldBeTaken(other, currency, instrument)) is { } rival)
        {
            // A list may not show the authorization yet, although it may be visible when Rebilly looks for one to capture.
            return Ambiguous(
                $"The authorization under the key '{rival.Attempt.IdempotencyKey}' is unresolved, and the capture could take it instead. Wait until it is resolved."
            );
        }

        var open = await ListOpenAsync(authorization.CustomerId!, currency, instrument, running).ConfigureAwait(false);
        return open is null || open.TrueForAll(other => other.Id != authorization.Id)
                ? PreparedRead.Failed(
                    "Rebilly's list of open authorizations could not be read or does not contain this authorization."
                )
            : open.Count == 1 ? PreparedRead.Ready
            : Ambiguous(
                $"The customer has {open.Count} open authorizations that the capture could take. Void the others first."
            );
    }

    /// <returns>The open authorizations, or <see langword="null"/> when the answer does not prove that the list is complete.</returns>
    private async Task<List<ProviderTransaction>?> ListOpenAsync(
        string customerId,
        Currency currency,
        string? instrumentId,
        RunningAttempt running
    )
    {
        var filter = $"customerId:{customerId};type:{Vocabulary.Authorize};status:{Vocabulary.WaitingCapture}";
        var answer = await running
            .PrepareAsync(token => ReadAsync(TransactionList.By(filter), token))
            .ConfigureAwait(false);
        if (
            answer.Evidence != TransportEvidence.Answered
            || TransactionList.Read(answer) is not { } rows
            || !TransactionList.IsWhole(answer, rows.Count)
        )
        {
            return null;
        }

        var now = Clock.GetUtcNow();
        return
        [
            .. rows.Where(row =>
                row is { Type: PaymentOperation.Authorize, IsOpen: true }
                && Matches(customerId, row.CustomerId)
                && Matches(currency.Code, row.Requested?.Currency.Code)
                && Matches(instrumentId, row.PaymentMethod.Id)
                && (row.ExpiresAt is not { } expiry || Instants.After(expiry, _options.AuthorizationMargin) > now)
            ),
        ];
    }

    // A missing value does not exclude a match.
    private static bool Matches(string? wanted, string? shown) => wanted is null || shown is null || wanted == shown;

    // An unknown payment method can match any instrument.
    private bool CouldBeTaken(EarlierPayment other, Currency currency, string? instrument) =>
        other.Attempt.Operation == PaymentOperation.Authorize
        && other.Attempt.Amount?.Currency == currency
        && (instrument is null || other.PaymentMethodId is null || other.PaymentMethodId == instrument)
        && Clock.GetUtcNow() < LapsesAt(other);

    // An unanswered authorization may have been created as late as the end of the window of its requestId.
    private DateTimeOffset LapsesAt(EarlierPayment other) =>
        Instants.After(
            other.ExpiresAt
                ?? Instants.After(
                    other.Attempt.StartedAt,
                    RebillyProfile.RequestIdWindow + TransactionReader.AuthorizationLife
                ),
            _options.AuthorizationMargin
        );

    private static PreparedRead Taken(string found, string? id) =>
        Open(
            $"{found} The sale would capture it instead of charging. Capture or void '{id}' first, or use another payment method."
        );

    private static PreparedRead Open(string message) =>
        PreparedRead.Refused(ProviderRefusal.Rejected(PaymentReason.OpenAuthorization, message));

    private static PreparedRead Ambiguous(string message) =>
        PreparedRead.Refused(ProviderRefusal.Rejected(PaymentReason.AuthorizationAmbiguous, message));
}
