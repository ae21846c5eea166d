using System.Text.Json.Serialization.Metadata;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal.Json;

/// <summary>Writes a list of the journal's own items as an array.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>This type is thread-safe.</remarks>
public sealed class JournalListJsonConverter<T> : ValueListJsonConverter<T>
{
    /// <inheritdoc />
    protected override IJsonTypeInfoResolver ItemMetadata => JournalItemJsonContext.Default;
}
