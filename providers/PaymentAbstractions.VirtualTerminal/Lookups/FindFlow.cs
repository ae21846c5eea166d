using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Looks transactions and attempts up. Nothing that this API shows proves that money did not move.</summary>
internal sealed class FindFlow(VirtualTerminalAccount account, VirtualTerminalClient client)
{
    private readonly OpenListLookup _list = new(account, client);

    public Task<FindResult> ExecuteAsync(FindRequest request, CancellationToken cancellationToken) =>
        request.Attempt is not { } attempt
            ? ByIdAsync(request.Transaction!, cancellationToken)
            : attempt.Operation switch
            {
                PaymentOperation.Capture or PaymentOperation.Void or PaymentOperation.Refund => ByOriginalAsync(
                    attempt,
                    cancellationToken
                ),
                _ => ByCustomerAsync(attempt, cancellationToken),
            };

    private async Task<FindResult> ByIdAsync(TransactionReference reference, CancellationToken cancellationToken)
    {
        if (!VirtualTerminalIds.TryParse(reference.TransactionId, out var id))
        {
            return FindResult.LookupFailed("The id of the transaction " + VirtualTerminalIds.Rule);
        }

        var read = await client.GetTransactionAsync(id, cancellationToken).ConfigureAwait(false);
        return read.HasValue
            ? FindResult.Found(TransactionStates.Of(id, read.Body, account, read.Answer))
            : NotShown(read);
    }

    private Task<FindResult> ByCustomerAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        VirtualTerminalIds.TryParse(attempt.CustomerId, out var customer)
            ? _list.FindAsync(attempt, attempt.Operation, customer, MethodOf(attempt), cancellationToken)
            : Task.FromResult(
                FindResult.LookupFailed("An attempt is found among its customer's transactions, and none is named.")
            );

    private static long? MethodOf(PaymentAttempt attempt) =>
        VirtualTerminalIds.TryParse(attempt.PaymentMethodId, out var method) ? method : null;

    private async Task<FindResult> ByOriginalAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (!VirtualTerminalIds.TryParse(attempt.Original?.TransactionId, out var id))
        {
            return FindResult.LookupFailed(
                "A capture, void or refund is found through its original transaction, which is not named."
            );
        }

        var read = await client.GetTransactionAsync(id, cancellationToken).ConfigureAwait(false);
        if (!read.HasValue)
        {
            return NotShown(read);
        }

        return attempt.Operation switch
        {
            PaymentOperation.Capture => OriginalEvidence.OfCapture(attempt, read, account),
            PaymentOperation.Refund when read.Status == TransactionStatus.Settled => await CreditAsync(
                    attempt,
                    read,
                    cancellationToken
                )
                .ConfigureAwait(false),
            PaymentOperation.Void when read.Status == TransactionStatus.Settled && account.Options.EnableRefunds =>
                await CreditAsync(attempt, read, cancellationToken).ConfigureAwait(false),
            _ => OriginalEvidence.OfVoid(attempt, read, account),
        };
    }

    private Task<FindResult> CreditAsync(
        PaymentAttempt attempt,
        TransactionRead original,
        CancellationToken cancellationToken
    ) =>
        original.Body!.CustomerId is { } customer and > 0
            ? _list.FindAsync(
                attempt with
                {
                    Amount = attempt.Amount ?? original.Taken(account),
                },
                PaymentOperation.Credit,
                customer,
                original.Body.PaymentMethodId,
                cancellationToken
            )
            : Task.FromResult(FindResult.LookupFailed("The original transaction names no customer."));

    private static FindResult NotShown(TransactionRead read) =>
        read switch
        {
            { IsNotFound: true } => FindResult.NotSeen("The provider does not know the transaction."),
            { ShowsAnother: true } => FindResult.LookupFailed(
                "The answer shows another transaction than the one asked for."
            ),
            { Answer: { Evidence: TransportEvidence.Answered, StatusCode: 404 } } => FindResult.LookupFailed(
                "HTTP 404 without the provider's words: a wrong key or address gets the same."
            ),
            _ => FindResult.LookupFailed(read.Answer.Description),
        };
}
