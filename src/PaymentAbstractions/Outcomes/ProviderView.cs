namespace PaymentAbstractions;

/// <summary>What one provider alone shows of a transaction, read when it is asked for, or with the answer where card data was sent.</summary>
/// <remarks>Thread-safe. Takes no part in comparisons, is not printed, written to JSON or recorded in the journal.</remarks>
/// <param name="read">Reads the provider's own type, its texts masked. Called at most once.</param>
public sealed class ProviderView(Func<object> read) : IEquatable<ProviderView>
{
    private readonly Lazy<object>? _view = read is null ? null : new Lazy<object>(read);

    /// <summary>Nothing: the result comes from the journal, no answer came, or the provider has no type of its own.</summary>
    public static ProviderView None { get; } = new(read: null!);

    /// <summary>The provider's own type.</summary>
    /// <typeparam name="T">The type that the provider's package brings.</typeparam>
    /// <returns>What was shown; <see langword="null"/> when nothing was, or it is of another type.</returns>
    public T? As<T>()
        where T : class => _view?.Value as T;

    /// <inheritdoc />
    public bool Equals(ProviderView? other) => other is not null;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ProviderView;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    /// <summary>Nothing.</summary>
    /// <returns>An empty text.</returns>
    public override string ToString() => "";
}
