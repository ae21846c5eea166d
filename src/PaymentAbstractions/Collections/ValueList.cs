using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>An immutable list that compares by value, so that records that contain one compare by value, too.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Instances are immutable and thread-safe if their items are. Write a list as a collection expression: <c>[a, b]</c>.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListJsonConverter))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IJsonList
{
    private readonly T[] _items;

    internal ValueList(T[] items)
    {
        _items = items;
    }

    internal static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <summary>Whether the list contains an item.</summary>
    /// <param name="item">The item to look for.</param>
    /// <returns><see langword="true"/> when the list contains an equal item.</returns>
    public bool Contains(T item) => Array.IndexOf(_items, item) >= 0;

    /// <summary>The items without copying.</summary>
    /// <returns>A span over the items.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    JsonConverter IJsonList.CreateConverter() => new ValueListJsonConverter<T>();

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items between brackets.</summary>
    /// <returns>For example <c>[Sale, Void]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}
