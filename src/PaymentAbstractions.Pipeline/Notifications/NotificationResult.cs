using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>How a notification was handled, and when the provider can send it again.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record NotificationResult
{
    /// <summary>How the notification was handled.</summary>
    public required NotificationStatus Status { get; init; }

    /// <summary>When the provider can send a deferred notification again; <see langword="null"/> when the time is not known.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the notification was deferred, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the provider need not send the notification again. False only for deferred ones.</summary>
    [JsonIgnore]
    public bool IsDone => Status != NotificationStatus.Deferred;

    internal static NotificationResult Of(NotificationStatus status) => new() { Status = status };

    /// <summary>Combines two results: Deferred outweighs the finished ones, and a recorded change outweighs no change.</summary>
    internal static NotificationResult Worse(NotificationResult? one, NotificationResult other) =>
        one is null || other.Status < one.Status ? other : one;

    internal static NotificationResult Deferred(string reason, DateTimeOffset? retryAt = null) =>
        new()
        {
            Status = NotificationStatus.Deferred,
            Reason = reason,
            RetryAt = retryAt,
        };
}
