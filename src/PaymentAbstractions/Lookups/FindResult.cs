using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What a look-up proves about a transaction.</summary>
public sealed record FindResult
{
    /// <summary>What is proven.</summary>
    public required FindStatus Status { get; init; }

    /// <summary>The transaction, when it was found.</summary>
    public TransactionState? State { get; init; }

    /// <summary>The transactions that match, when there are several.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>The reason in one sentence: the evidence of an absence, or why the look-up failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The earliest time for another look-up, when this one failed and the provider reports one.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the transaction was found.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(State))]
    public bool IsFound => Status == FindStatus.Found && State is not null;

    /// <summary>Creates a result for a transaction that was found.</summary>
    /// <param name="state">The transaction.</param>
    /// <returns>The result.</returns>
    public static FindResult Found(TransactionState state) => new() { Status = FindStatus.Found, State = state };

    /// <summary>Creates a result for a transaction that the provider did not show, which proves nothing.</summary>
    /// <param name="reason">Where the adapter looked.</param>
    /// <returns>The result.</returns>
    public static FindResult NotSeen(string reason) => new() { Status = FindStatus.NotSeen, Reason = reason };

    /// <summary>Creates a result for proof by the provider that no money moved.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The result.</returns>
    public static FindResult ProvenAbsent(string evidence) =>
        new() { Status = FindStatus.ProvenAbsent, Reason = evidence };

    /// <summary>Creates a result for several transactions that match.</summary>
    /// <param name="candidates">The transactions.</param>
    /// <param name="reason">Why none of them can be identified as the one.</param>
    /// <returns>The result.</returns>
    public static FindResult Ambiguous(ValueList<TransactionReference> candidates, string reason) =>
        new()
        {
            Status = FindStatus.Ambiguous,
            Candidates = candidates,
            Reason = reason,
        };

    /// <summary>Creates a result for a look-up that failed.</summary>
    /// <param name="reason">Why it failed.</param>
    /// <param name="retryAt">The earliest time for another look-up, when the provider reports one.</param>
    /// <returns>The result.</returns>
    public static FindResult LookupFailed(string reason, DateTimeOffset? retryAt = null) =>
        new()
        {
            Status = FindStatus.LookupFailed,
            Reason = reason,
            RetryAt = retryAt,
        };
}
