using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>What a repeat returns: the result without the provider's raw response, and what the provider reported later.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalOutcome
{
    /// <summary>The maximum number of characters of a text: 8192; longer texts are cut.</summary>
    public const int MaxTextLength = 8192;

    /// <summary>The maximum number of problems, and of transactions of an anomaly: 100 each.</summary>
    public const int MaxItems = 100;

    /// <summary>
    /// The result as the caller receives it, without <see cref="PaymentResult.Answer"/> and <see cref="PaymentResult.View"/>.
    /// </summary>
    public required PaymentResult Result { get; init; }

    /// <summary>
    /// The provider's revision number; the higher one is the newer one. <see langword="null"/> when the provider does not count revisions.
    /// </summary>
    public long? ProviderRevision { get; init; }

    /// <summary>
    /// How the provider showed the transaction, when that is more than the outcome. It is stored as <see cref="JournalEntry.Observation"/>
    /// and is <see langword="null"/> in an entry's outcome.
    /// </summary>
    public JournalObservation? Observation { get; init; }

    /// <summary>
    /// When the provider is asked again whether it changed the outcome, if it can. It is stored as <see cref="JournalEntry.NextCheckAt"/>
    /// when the outcome is final, and is <see langword="null"/> in an entry's outcome.
    /// </summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>The proven outcome.</summary>
    [JsonIgnore]
    public PaymentOutcome Outcome => Result.Outcome;

    /// <summary>The transaction at the provider, if there is one.</summary>
    [JsonIgnore]
    public TransactionReference? Transaction => Result.Transaction;

    /// <summary>Whether the outcome is final for its key: approved, partially approved, declined, or refused with a transaction.</summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is not (PaymentOutcome.Unknown or PaymentOutcome.Pending) && !Result.MaySendAgain;

    /// <summary>The outcome as an entry stores it, without the parts that are stored separately.</summary>
    internal JournalOutcome Alone =>
        Observation is null && NextCheckAt is null ? this : this with { Observation = null, NextCheckAt = null };

    /// <summary>Creates an outcome with everything of a result that a repeat needs.</summary>
    /// <param name="result">
    /// The result, whose texts are already masked. As a last safeguard, digits in free texts that may be a card number are masked here as
    /// well, except the last four.
    /// </param>
    /// <param name="providerRevision">The provider's revision number.</param>
    /// <returns>
    /// The outcome, without the provider's raw response. For a Reversed result, it has the approval and the observation that it was
    /// reversed: Reversed is derived again whenever the result is returned.
    /// </returns>
    public static JournalOutcome Of(PaymentResult result, long? providerRevision = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JournalOutcome
        {
            ProviderRevision = providerRevision,
            Observation = ReversalOf(result, providerRevision),
            Result = result with
            {
                Outcome = result.Outcome == PaymentOutcome.Reversed ? ApprovalOf(result) : result.Outcome,
                Reason = result is { Outcome: PaymentOutcome.Reversed, Reason: PaymentReason.AlreadyReversed }
                    ? PaymentReason.None
                    : result.Reason,
                Answer = null,
                View = ProviderView.None,
                NotRecorded = false,
                RefundedAmount = null,
                IsRefundInDoubt = false,
                // The address grants access to the payment, and is not needed any more.
                NextAction = result.Outcome is PaymentOutcome.Pending or PaymentOutcome.Unknown
                    ? result.NextAction
                    : null,
                Message = FreeText.Clean(result.Message),
                Provider = Clean(result.Provider),
                Verification = Clean(result.Verification),
                PaymentMethod = Clean(result.PaymentMethod),
                BillingDescriptor = FreeText.Clean(result.BillingDescriptor),
                Problems = result.Problems.Count == 0 ? result.Problems : Clean(result.Problems),
                Anomaly = result.Anomaly is { } anomaly
                    ? anomaly with
                    {
                        Description = FreeText.Clean(anomaly.Description),
                        Transactions = [.. anomaly.Transactions.Take(MaxItems)],
                    }
                    : null,
            },
        };
    }

    /// <summary>Gets the result for a repeat.</summary>
    /// <returns>The result, equal to the one that was recorded except for the raw response.</returns>
    public PaymentResult ToResult() => Result;

    // Without a transaction, there is no evidence of an approval or a reversal.
    private static PaymentOutcome ApprovalOf(PaymentResult result) =>
        result.Transaction is null ? PaymentOutcome.Unknown
        : result is { RequestedAmount: { } asked, ApprovedAmount: { } approved }
        && asked.Currency == approved.Currency
        && approved < asked
            ? PaymentOutcome.PartiallyApproved
        : PaymentOutcome.Approved;

    // The time of the reading is set when it is recorded.
    private static JournalObservation? ReversalOf(PaymentResult result, long? providerRevision) =>
        result is { Outcome: PaymentOutcome.Reversed, Transaction: { } transaction }
            ? new JournalObservation
            {
                Transaction = transaction,
                ReadAt = default,
                ProviderRevision = providerRevision,
                IsReversed = true,
                RefundedAmount = result.RefundedAmount,
                Source = JournalResolutionSource.LateAnswer,
            }
            : null;

    private static ValueList<RequestProblem> Clean(ValueList<RequestProblem> problems) =>
        [
            .. problems
                .Take(MaxItems)
                .Select(one => one with { Field = FreeText.Clean(one.Field), Message = FreeText.Clean(one.Message) }),
        ];

    private static ProviderDetails Clean(ProviderDetails provider) =>
        provider with
        {
            Code = FreeText.Clean(provider.Code),
            Message = FreeText.Clean(provider.Message),
            NetworkCode = FreeText.Clean(provider.NetworkCode),
            NetworkMessage = FreeText.Clean(provider.NetworkMessage),
            AuthorizationCode = FreeText.Clean(provider.AuthorizationCode),
        };

    private static PaymentMethodDetails Clean(PaymentMethodDetails method) =>
        method with
        {
            Method = FreeText.Clean(method.Method),
            Bin = FreeText.Clean(method.Bin),
            LastFour = FreeText.Clean(method.LastFour),
        };

    // The value of a provider is kept unchanged when it is not a known letter.
    private static VerificationResult Clean(VerificationResult verification) =>
        verification.Avs.IsUnmapped
            ? verification with
            {
                Avs = AvsResult.FromProvider(FreeText.Clean(verification.Avs.Code), default),
            }
            : verification;
}
