using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What became of a notification, and when the provider may send it again.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record NotificationResult
{
    /// <summary>What became of it.</summary>
    public required NotificationStatus Status { get; init; }

    /// <summary>When it may come again, for one that is deferred; none when nobody can say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why, in one sentence, for one that is deferred.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it needs not come again: all but deferred ones.</summary>
    [JsonIgnore]
    public bool IsDone => Status != NotificationStatus.Deferred;

    internal static NotificationResult Of(NotificationStatus status) => new() { Status = status };

    internal static NotificationResult Deferred(string reason, DateTimeOffset? retryAt = null) =>
        new()
        {
            Status = NotificationStatus.Deferred,
            Reason = reason,
            RetryAt = retryAt,
        };
}
