using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The merchant's own names and values on a payment, in order. Compares by value.</summary>
/// <remarks>
/// Instances are immutable and thread-safe. Names are compared ordinally and are unique. Never put card data or secrets here: providers
/// show metadata to everyone who has access to the account.
/// </remarks>
[CollectionBuilder(typeof(MetadataBuilder), nameof(MetadataBuilder.Create))]
[JsonConverter(typeof(MetadataJsonConverter))]
public sealed class Metadata : IReadOnlyDictionary<string, string>, IEquatable<Metadata>
{
    private readonly KeyValuePair<string, string>[] _pairs;

    internal Metadata(KeyValuePair<string, string>[] pairs)
    {
        _pairs = pairs;
    }

    /// <summary>No metadata.</summary>
    public static Metadata Empty { get; } = new([]);

    /// <summary>Copies names and values from a dictionary.</summary>
    /// <param name="pairs">The names and values; names must be unique.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ArgumentException">A name is repeated or empty.</exception>
    public static Metadata From(IEnumerable<KeyValuePair<string, string>> pairs) => MetadataBuilder.Create([.. pairs]);

    /// <inheritdoc />
    public int Count => _pairs.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _pairs.Select(pair => pair.Key);

    /// <inheritdoc />
    public IEnumerable<string> Values => _pairs.Select(pair => pair.Value);

    /// <inheritdoc />
    public string this[string key] =>
        TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"There is no metadata named '{key}'.");

    /// <inheritdoc />
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var pair in _pairs)
        {
            if (string.Equals(pair.Key, key, StringComparison.Ordinal))
            {
                value = pair.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _pairs.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(Metadata? other) => other is not null && _pairs.AsSpan().SequenceEqual(other._pairs);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Metadata);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var pair in _pairs)
        {
            hash.Add(pair);
        }

        return hash.ToHashCode();
    }

    /// <summary>The names only, because values may be personal data.</summary>
    /// <returns>For example <c>[channel, campaign]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", Keys)}]";
}
