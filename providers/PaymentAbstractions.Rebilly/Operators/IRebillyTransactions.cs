namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Operations on a transaction at Rebilly for operators: read it completely, query the gateway, correct Rebilly's record, and add comments.
/// Get it from a gateway with <c>TryGet</c>. Payments and recovery never use it.
/// </summary>
/// <remarks>
/// Moves no money and writes nothing to the journal; recovery finds a correction like any other change at the provider. Source: core API
/// reference, transactions. Thread-safe.
/// </remarks>
public interface IRebillyTransactions
{
    /// <summary>Reads a transaction.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="expand">The objects to embed, for example <c>customer</c>; none by default.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The transaction; <see langword="null"/> when Rebilly does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id is invalid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The transaction cannot be read.</exception>
    Task<RebillyTransaction?> GetAsync(
        string transactionId,
        ValueList<string>? expand = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Queries the gateway behind Rebilly for the result of a transaction. This changes nothing, not even Rebilly's own record.
    /// </summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The gateway's answer; <see langword="null"/> when Rebilly does not know the transaction.</returns>
    /// <exception cref="PaymentRequestException">The id is invalid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The answer cannot be read.</exception>
    Task<RebillyGatewayAnswer?> QueryGatewayAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Overwrites the result of a transaction in Rebilly's record and completes it. No money moves: use it only when the gateway's own
    /// record proves the result. Captures and refunds that Rebilly refused before are then decided by the new record.
    /// </summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="update">The result that the gateway's record proves.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Whether Rebilly's record was updated; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">The update is invalid; nothing was sent. All problems are listed.</exception>
    Task<RebillyChangeResult> UpdateStatusAsync(
        string transactionId,
        RebillyStatusUpdate update,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the custom fields of a transaction. It is safe to repeat.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="customFields">All fields with their values. Their names must be defined in the account.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Whether the fields were replaced; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">The fields are invalid; nothing was sent. All problems are listed.</exception>
    Task<RebillyChangeResult> SetCustomFieldsAsync(
        string transactionId,
        Metadata customFields,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the messages of a transaction's timeline in Rebilly's order. Pages are read as the list is enumerated.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The messages, each exactly once. After about 1,200 messages the enumeration ends with an exception.</returns>
    /// <exception cref="PaymentRequestException">The id is invalid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The messages before it were returned.</exception>
    IAsyncEnumerable<RebillyTimelineMessage> ListTimelineAsync(
        string transactionId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a message of a timeline.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="messageId">The message's id at Rebilly.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The message; <see langword="null"/> when Rebilly does not know it.</returns>
    /// <exception cref="PaymentRequestException">An id is invalid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The message cannot be read.</exception>
    Task<RebillyTimelineMessage?> GetTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds a comment to the timeline. A repeated call adds another comment.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="comment">The text. It must not contain card data.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Whether the comment was added, with the message; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown
    /// id.</returns>
    /// <exception cref="PaymentRequestException">The comment is invalid; nothing was sent. All problems are listed.</exception>
    Task<RebillyChangeResult> AddCommentAsync(
        string transactionId,
        string comment,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a message of the timeline.</summary>
    /// <param name="transactionId">The transaction's id at Rebilly.</param>
    /// <param name="messageId">The message's id at Rebilly.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Whether the message was deleted; Rejected with <see cref="PaymentReason.NotFound"/> for an unknown id.</returns>
    /// <exception cref="PaymentRequestException">An id is invalid; nothing was sent.</exception>
    Task<RebillyChangeResult> DeleteTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    );
}
