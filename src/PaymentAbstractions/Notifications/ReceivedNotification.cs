namespace PaymentAbstractions;

/// <summary>What a provider sent to an address of the shop, as far as a reader needs it. Not trusted.</summary>
/// <remarks>Immutable. It may hold data of customers, so it shows nothing of itself.</remarks>
public sealed class ReceivedNotification
{
    /// <summary>The fields of the address's query; of one that is there several times, the first.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The media type of the body, for example <c>application/json</c>; none when the request does not say.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, whole; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
