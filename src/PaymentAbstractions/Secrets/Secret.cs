using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The base class of values that must never be printed: every conversion to text shows a mask.</summary>
/// <remarks>Instances are immutable and thread-safe. They compare by value, in constant time.</remarks>
[JsonConverter(typeof(SecretJsonConverter<Secret>))]
public abstract class Secret : IEquatable<Secret>
{
    private readonly string _value;

    private protected Secret(string value)
    {
        _value = value;
    }

    /// <summary>Returns the value in clear text. Only an adapter that sends it calls this method.</summary>
    /// <returns>The value. Never log it or put it into an exception.</returns>
    public string Reveal() => _value;

    /// <summary>Returns a mask that is safe to print.</summary>
    /// <returns>For example <c>****</c> or <c>************1111</c>.</returns>
    public sealed override string ToString() => Mask(_value);

    /// <inheritdoc />
    public bool Equals(Secret? other) =>
        other is not null
        && other.GetType() == GetType()
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(_value.AsSpan()),
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(other._value.AsSpan())
        );

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc />
    public sealed override int GetHashCode() => string.GetHashCode(_value, StringComparison.Ordinal);

    private protected virtual string Mask(string value) => "****";

    private protected static string RequireText(string value, string name, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new PaymentRequestException(name, "is missing.");
        }

        if (value.Length > maxLength)
        {
            throw new PaymentRequestException(name, $"has {value.Length} characters, at most {maxLength} are allowed.");
        }

        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                throw new PaymentRequestException(name, "contains a control character.");
            }
        }

        return value;
    }

    private protected static string LastFour(string value) =>
        value.Length <= 8 ? "****" : string.Concat(new string('*', value.Length - 4), value.AsSpan(value.Length - 4));
}
