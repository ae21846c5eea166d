using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    private const int MaxPages = 10;

    /// <summary>Sends a read. It must not move money.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The answer.</returns>
    protected Task<TransportAnswer> ReadAsync(ProviderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request, TransportPurpose.Read, cancellationToken);
    }

    /// <summary>Sends a request that stores something without moving money, such as a customer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request before its first byte; afterwards it is finished.</param>
    /// <returns>The answer.</returns>
    protected Task<TransportAnswer> StoreAsync(ProviderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request, TransportPurpose.Preparation, cancellationToken);
    }

    /// <summary>Reads one transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The transaction, or the reason why it could not be read.</returns>
    protected async Task<TransactionRead> ReadTransactionAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!IsTransactionId(id))
        {
            return new TransactionRead(
                null,
                null,
                "The reference does not have a transaction id of this provider.",
                null
            );
        }

        var answer = await ReadAsync(ReadById(id), cancellationToken).ConfigureAwait(false);
        if (answer.Evidence != TransportEvidence.Answered)
        {
            return new TransactionRead(null, null, answer.Description, answer);
        }

        if (Refuse(answer, PaymentOperation.Unknown) is { Outcome: PaymentOutcome.Rejected } refusal)
        {
            return new TransactionRead(null, refusal, answer.Description, answer);
        }

        return Read(answer, id) is not { } shown ? new TransactionRead(null, null, answer.Description, answer)
            : shown.Id != id
                ? new TransactionRead(
                    null,
                    null,
                    "The answer shows a transaction other than the requested one.",
                    answer
                )
            : new TransactionRead(Counted(shown, answer), null, "", answer);
    }

    /// <summary>Reads a list of transactions with all its pages (<see cref="NextPage"/>), at most 10.</summary>
    /// <param name="request">The request of the first page.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The transactions, and a description of what happened if there are none.</returns>
    protected async Task<(IReadOnlyList<ProviderTransaction>? Rows, string Description)> ReadListAsync(
        ProviderRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = new List<ProviderTransaction>();
        var page = request;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var answer = await ReadAsync(page, cancellationToken).ConfigureAwait(false);
            var rows = answer.Evidence == TransportEvidence.Answered ? ReadList(answer) : null;
            // A row that contradicts itself may be the requested one.
            if (rows is null || rows.Any(row => row.Contradiction is not null))
            {
                return (null, answer.Description);
            }

            all.AddRange(rows.Select(row => Counted(row, answer)));
            if (NextPage(request, answer, rows) is not { } next)
            {
                return (all, answer.Description);
            }

            page = next;
        }

        return (null, $"The list has more than {MaxPages} pages.");
    }

    /// <summary>Reads the captures, voids and refunds of a transaction, one by one or from their list.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>
    /// The transaction with its children; <see langword="null"/> when one of them could not be read, or the parts contradict each other.
    /// </returns>
    protected async Task<OriginalTransaction?> ReadChildrenAsync(
        ProviderTransaction transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return await WithChildrenAsync(transaction, cancellationToken).ConfigureAwait(false);
    }

    private ProviderTransaction? Shown(TransportAnswer answer, PaymentOperation operation) =>
        Read(answer, operation) is { } shown ? Counted(shown, answer) : null;

    private ProviderTransaction Counted(ProviderTransaction shown, TransportAnswer answer)
    {
        AdapterMeter.Unreadable(Context.Name, shown.UnreadableFields);
        if (shown.Contradiction is null && shown.AmountProblem is null)
        {
            return shown with { Answer = answer };
        }

        var mask = new Masking(_profile.Secrets, method: null);
        return shown with
        {
            Answer = answer,
            Contradiction = mask.Text(shown.Contradiction),
            AmountProblem = mask.Text(shown.AmountProblem),
        };
    }

    private Task<TransportAnswer> SendAsync(
        ProviderRequest request,
        TransportPurpose purpose,
        CancellationToken cancellationToken,
        RunningAttempt? running = null,
        string? wireKey = null
    ) =>
        _transport.SendAsync(
            new TransportRequest
            {
                Method = request.Method,
                Path = request.Path,
                PathSecret = request.PathSecret,
                Content = request.Content,
                ContentType = request.ContentType,
                Purpose = purpose,
                Attempt = running,
                Headers =
                    wireKey is not null && _profile.KeyHeader is { } name
                        ? [.. request.Headers, new TransportHeader(name, wireKey)]
                        : request.Headers,
            },
            cancellationToken
        );
}
