namespace PaymentAbstractions;

/// <summary>Provider-specific data of a transaction. It is read on demand, or together with the response when that may repeat card data.</summary>
/// <remarks>
/// This type is thread-safe. It is ignored in comparisons and is not printed, written to JSON or recorded in the journal.
/// </remarks>
/// <param name="read">Reads the provider's own type, with its texts masked. Called at most once.</param>
public sealed class ProviderView(Func<object> read) : IEquatable<ProviderView>
{
    private readonly Lazy<object>? _view = read is null ? null : new Lazy<object>(read);

    /// <summary>No data: the result comes from the journal, there was no response, or the provider has no type of its own.</summary>
    public static ProviderView None { get; } = new(read: null!);

    /// <summary>Gets the data as the provider's own type.</summary>
    /// <typeparam name="T">The type that the provider's package defines.</typeparam>
    /// <returns>The data; <see langword="null"/> when there is none, or when it has another type.</returns>
    public T? As<T>()
        where T : class => _view?.Value as T;

    /// <inheritdoc />
    public bool Equals(ProviderView? other) => other is not null;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ProviderView;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    /// <summary>Shows nothing of the data.</summary>
    /// <returns>An empty string.</returns>
    public override string ToString() => "";
}
