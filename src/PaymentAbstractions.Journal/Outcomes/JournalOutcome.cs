using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>What a repeat is answered with: the result without the provider's raw answer, and what the provider told later.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalOutcome
{
    /// <summary>The most characters of a text that is kept: 8192; what is longer is cut.</summary>
    public const int MostText = 8192;

    /// <summary>The most problems and transactions of an anomaly that are kept: 100 each.</summary>
    public const int MostItems = 100;

    /// <summary>
    /// The result as the caller gets it, without <see cref="PaymentResult.Answer"/> and <see cref="PaymentResult.View"/>.
    /// </summary>
    public required PaymentResult Result { get; init; }

    /// <summary>The provider's count of its changes; the higher one is the newer one. None when the provider does not count.</summary>
    public long? ProviderRevision { get; init; }

    /// <summary>
    /// How the provider showed the transaction, when that tells more than the outcome; it is kept as
    /// <see cref="JournalEntry.Observation"/> and is none in an entry's outcome.
    /// </summary>
    public JournalObservation? Observation { get; init; }

    /// <summary>
    /// When the provider is asked again whether it changed its mind, when it may; it is kept as <see cref="JournalEntry.NextCheckAt"/>
    /// where the outcome is final, and is none in an entry's outcome.
    /// </summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>What is proven.</summary>
    [JsonIgnore]
    public PaymentOutcome Outcome => Result.Outcome;

    /// <summary>The transaction at the provider, when there is one.</summary>
    [JsonIgnore]
    public TransactionReference? Transaction => Result.Transaction;

    /// <summary>
    /// Whether the outcome is final for its key: approved, partially approved, declined, or refused with a transaction left.
    /// </summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is not (PaymentOutcome.Unknown or PaymentOutcome.Pending) && !Result.MaySendAgain;

    /// <summary>The outcome as an entry holds it: what is kept beside it is left out.</summary>
    internal JournalOutcome Alone => this with { Observation = null, NextCheckAt = null };

    /// <summary>Keeps of a result what a repeat needs.</summary>
    /// <param name="result">
    /// The result, its texts masked already. As a last barrier, digits in free texts that could be a card number are masked here
    /// too, all but the last four.
    /// </param>
    /// <param name="providerRevision">The provider's count of its changes.</param>
    /// <returns>
    /// The outcome, without the provider's raw answer. Of a result that is Reversed the approval is kept, and beside it the
    /// observation that it went back: Reversed is derived again whenever the payment is answered.
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
                // Its address is good for access to the payment, and nobody opens it any more.
                NextAction = result.Outcome is PaymentOutcome.Pending or PaymentOutcome.Unknown
                    ? result.NextAction
                    : null,
                Message = FreeText.Clean(result.Message),
                Provider = Clean(result.Provider),
                Verification = Clean(result.Verification),
                PaymentMethod = Clean(result.PaymentMethod),
                BillingDescriptor = FreeText.Clean(result.BillingDescriptor),
                Problems =
                [
                    .. result
                        .Problems.Take(MostItems)
                        .Select(one =>
                            one with
                            {
                                Field = FreeText.Clean(one.Field),
                                Message = FreeText.Clean(one.Message),
                            }
                        ),
                ],
                Anomaly = result.Anomaly is { } anomaly
                    ? anomaly with
                    {
                        Description = FreeText.Clean(anomaly.Description),
                        Transactions = [.. anomaly.Transactions.Take(MostItems)],
                    }
                    : null,
            },
        };
    }

    /// <summary>The result for whoever asks again.</summary>
    /// <returns>The result, equal to the one that was recorded but for the raw answer.</returns>
    public PaymentResult ToResult() => Result;

    // Without a transaction there is no evidence, neither that it was approved nor that it went back.
    private static PaymentOutcome ApprovalOf(PaymentResult result) =>
        result.Transaction is null ? PaymentOutcome.Unknown
        : result is { RequestedAmount: { } asked, ApprovedAmount: { } approved }
        && asked.Currency == approved.Currency
        && approved < asked
            ? PaymentOutcome.PartiallyApproved
        : PaymentOutcome.Approved;

    // When it was read is set when it is recorded.
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

    // What a provider puts into this field is kept as it came when it is no known letter.
    private static VerificationResult Clean(VerificationResult verification) =>
        verification.Avs.IsUnmapped
            ? verification with
            {
                Avs = AvsResult.FromProvider(FreeText.Clean(verification.Avs.Code), default),
            }
            : verification;
}
