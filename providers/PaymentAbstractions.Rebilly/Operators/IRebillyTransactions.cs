namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What a person may do with a transaction at Rebilly: read it whole, ask the gateway, correct Rebilly's record, and note comments. Ask the
/// gateway with <c>TryGet</c>. Payments and recovery never call it.
/// </summary>
/// <remarks>
/// Moves no money and writes nothing to the journal: what a correction changes is found by recovery like any change of the provider. Source:
/// core API reference, transactions. Thread-safe.
/// </remarks>
public interface IRebillyTransactions
{
    /// <summary>Reads a transaction.</summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="expand">The objects to embed, for example <c>customer</c>; none by default.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The transaction; <see langword="null"/> when Rebilly does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">It cannot be read.</exception>
    Task<RebillyTransaction?> GetAsync(
        string transactionId,
        ValueList<string>? expand = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks the gateway behind Rebilly what became of a transaction. It changes nothing, not even Rebilly's own record.</summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the gateway says; <see langword="null"/> when Rebilly does not know the transaction.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">It cannot be read.</exception>
    Task<RebillyGatewayAnswer?> QueryGatewayAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Overwrites the result of a transaction in Rebilly's record and completes it. No money moves: do it only when the gateway's own record
    /// proves the result. Captures and refunds that Rebilly refused before go by the new record.
    /// </summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="update">What the gateway's record proves.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether Rebilly's record says so now; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">It cannot be sent; nothing was. All problems are listed.</exception>
    Task<RebillyChangeResult> UpdateStatusAsync(
        string transactionId,
        RebillyStatusUpdate update,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the custom fields of a transaction. May be repeated safely.</summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="customFields">All fields with their values. Their names must be defined in the account.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether they are replaced; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">They cannot be sent; nothing was. All problems are listed.</exception>
    Task<RebillyChangeResult> SetCustomFieldsAsync(
        string transactionId,
        Metadata customFields,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the messages of a transaction's timeline in Rebilly's order, page by page while the list is read.</summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The messages, each once; at most some 1,200, after which the list ends with an exception.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The messages before it were listed.</exception>
    IAsyncEnumerable<RebillyTimelineMessage> ListTimelineAsync(
        string transactionId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a message of a timeline.</summary>
    /// <param name="transactionId">Rebilly's id of the transaction.</param>
    /// <param name="messageId">Rebilly's id of the message.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The message; <see langword="null"/> when Rebilly does not know it.</returns>
    /// <exception cref="PaymentRequestException">An id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">It cannot be read.</exception>
    Task<RebillyTimelineMessage?> GetTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds a comment to the timeline. A repeat adds another one.</summary>
    /// <param name="transactionId">Rebilly's id.</param>
    /// <param name="comment">The text, never card data.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is there, with the message; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">It cannot be sent; nothing was. All problems are listed.</exception>
    Task<RebillyChangeResult> AddCommentAsync(
        string transactionId,
        string comment,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a message of the timeline.</summary>
    /// <param name="transactionId">Rebilly's id of the transaction.</param>
    /// <param name="messageId">Rebilly's id of the message.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is gone; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">An id cannot be sent; nothing was.</exception>
    Task<RebillyChangeResult> DeleteTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    );
}
