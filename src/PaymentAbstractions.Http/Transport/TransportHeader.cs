namespace PaymentAbstractions.Http;

/// <summary>A request header whose value may be a secret. No conversion to text shows the value.</summary>
/// <remarks>Instances are immutable and thread-safe, if the function that returns the value is.</remarks>
public sealed class TransportHeader
{
    private readonly Func<string> _value;

    /// <summary>Creates a header with a fixed value.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The header's value: visible ASCII characters, spaces and tabs.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public TransportHeader(string name, string value)
        : this(name, () => value)
    {
        ArgumentNullException.ThrowIfNull(value);
    }

    /// <summary>Creates a header whose value is requested for each exchange, for secrets that rotate.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Returns the header's value: visible ASCII characters, spaces and tabs.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public TransportHeader(string name, Func<string> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        _value = value;
    }

    /// <summary>The header's name.</summary>
    public string Name { get; }

    /// <summary>Returns the name and a mask.</summary>
    /// <returns>For example <c>REB-APIKEY: ***</c>.</returns>
    public override string ToString() => $"{Name}: ***";

    internal void AddTo(HttpRequestMessage message)
    {
        var value = _value();
        if (value is null || !IsPrintable(value))
        {
            throw NotSendable();
        }

        try
        {
            message.Headers.Add(Name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // The framework's message quotes the value, so it is neither kept nor used as an inner exception.
            throw NotSendable();
        }
    }

    private static bool IsPrintable(string value) => value.All(static c => c is '\t' or (>= ' ' and <= '~'));

    private ArgumentException NotSendable() =>
        PaymentTransport.NotSendable(
            $"The value of the header '{Name}' is not valid: only visible ASCII characters, spaces and tabs are allowed."
        );
}
