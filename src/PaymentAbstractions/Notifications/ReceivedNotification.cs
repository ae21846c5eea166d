namespace PaymentAbstractions;

/// <summary>A request that a provider sent to an address of the shop. Its content is not trusted.</summary>
/// <remarks>Immutable. It may contain customer data, so its text form shows nothing of the content.</remarks>
public sealed class ReceivedNotification
{
    /// <summary>The fields of the query string; the first value of a repeated field.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The media type of the body, for example <c>application/json</c>; <see langword="null"/> when the request has none.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>The complete body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
