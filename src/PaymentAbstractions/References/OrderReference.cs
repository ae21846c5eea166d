using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The merchant's order, the same for all attempts to pay it.</summary>
/// <remarks>
/// Two attempts for one order have the same reference and different keys. Instances are immutable and thread-safe. <c>default</c> means
/// "not given" and is refused.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<OrderReference>))]
public readonly record struct OrderReference : IParsable<OrderReference>
{
    /// <summary>The maximum number of characters: 64.</summary>
    public const int MaxLength = 64;

    private readonly string? _value;

    /// <summary>Creates a reference and checks it.</summary>
    /// <param name="value">1 to 64 printable ASCII characters without spaces.</param>
    /// <exception cref="PaymentRequestException">The text is missing or malformed.</exception>
    public OrderReference(string value)
    {
        _value = TokenText.IsValid(value, MaxLength)
            ? value
            : throw new PaymentRequestException(nameof(OrderReference), TokenText.Rule(MaxLength));
    }

    /// <summary>The text; empty when it is not given.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether a value was given.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>Creates a reference without throwing.</summary>
    /// <param name="value">The text.</param>
    /// <param name="result">The reference, when the text is well formed.</param>
    /// <returns>Whether the text is well formed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, out OrderReference result)
    {
        var valid = TokenText.IsValid(value, MaxLength);
        result = valid ? new OrderReference(value!) : default;
        return valid;
    }

    static OrderReference IParsable<OrderReference>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<OrderReference>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out OrderReference result
    ) => TryParse(s, out result);

    /// <summary>The text.</summary>
    /// <returns>The text, or <c>(none)</c>.</returns>
    public override string ToString() => _value ?? "(none)";
}
