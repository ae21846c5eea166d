namespace PaymentAbstractions;

/// <summary>A notification of a provider: it names a transaction and an event. Nothing in it is proven.</summary>
/// <remarks>Instances are immutable and compare by value. Providers' packages derive types with further data.</remarks>
public record PaymentNotification
{
    private const int LongestEvent = 60;
    private const string UnknownEvent = "unknown";

    /// <summary>The provider's name of the event, at most 60 lower-case letters and hyphens; <c>unknown</c> for any other text.</summary>
    public required string EventType
    {
        get;
        init => field = IsWord(value) ? value : UnknownEvent;
    }

    /// <summary>The provider's id of the transaction; <see langword="null"/> when the event is about something else.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The provider's ids of further transactions that the event is about, for example the refund of the transaction.</summary>
    public ValueList<string> RelatedTransactionIds { get; init; } = [];

    /// <summary>The revision of the transaction that the event is about, when the provider counts revisions.</summary>
    public long? Revision { get; init; }

    // The value is stored, so it must not contain anything else.
    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= LongestEvent } && text.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
