namespace PaymentAbstractions;

/// <summary>What a provider says that there is to look at: this transaction, that event. Nothing of it is proven.</summary>
/// <remarks>Immutable, compares by value. Providers derive what else their notifications tell.</remarks>
public record PaymentNotification
{
    private const int LongestEvent = 60;
    private const string UnknownEvent = "unknown";

    /// <summary>The provider's word for what happened, at most 60 small letters and hyphens; <c>unknown</c> for any other text.</summary>
    public required string EventType
    {
        get;
        init => field = IsWord(value) ? value : UnknownEvent;
    }

    /// <summary>The provider's id of the transaction; none when the event is about something else.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The provider's ids of further transactions that the event is about, for example the refund of the transaction.</summary>
    public ValueList<string> RelatedTransactionIds { get; init; } = [];

    /// <summary>Which change of the transaction it is about, where the provider counts them.</summary>
    public long? Revision { get; init; }

    // It is kept, so nothing else may be in it.
    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= LongestEvent } && text.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
