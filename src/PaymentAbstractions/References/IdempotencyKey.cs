using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The caller's name for one attempt to move money: the same key always means the same intent.</summary>
/// <remarks>
/// A key belongs to the caller's intent (an order's first attempt, its second, and so on), never to a client instance. Use a new key after
/// a decline; keep the key after a network failure. Instances are immutable and thread-safe. <c>default</c> means "not given" and is
/// refused.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<IdempotencyKey>))]
public readonly record struct IdempotencyKey : IParsable<IdempotencyKey>
{
    /// <summary>The maximum number of characters: 128.</summary>
    public const int MaxLength = 128;

    private readonly string? _value;

    /// <summary>Creates a key and checks it.</summary>
    /// <param name="value">1 to 128 printable ASCII characters without spaces.</param>
    /// <exception cref="PaymentRequestException">The text is missing or malformed.</exception>
    public IdempotencyKey(string value)
    {
        _value = TokenText.IsValid(value, MaxLength)
            ? value
            : throw new PaymentRequestException(nameof(IdempotencyKey), TokenText.Rule(MaxLength));
    }

    /// <summary>The text; empty when it is not given.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether a value was given.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>Creates a key without throwing.</summary>
    /// <param name="value">The text.</param>
    /// <param name="result">The key, when the text is well formed.</param>
    /// <returns>Whether the text is well formed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, out IdempotencyKey result)
    {
        var valid = TokenText.IsValid(value, MaxLength);
        result = valid ? new IdempotencyKey(value!) : default;
        return valid;
    }

    static IdempotencyKey IParsable<IdempotencyKey>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<IdempotencyKey>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out IdempotencyKey result
    ) => TryParse(s, out result);

    /// <summary>The text.</summary>
    /// <returns>The text, or <c>(none)</c>.</returns>
    public override string ToString() => _value ?? "(none)";

    /// <summary>The key as it is sent to the provider: a hash that does not depend on the process, the machine or the time.</summary>
    /// <param name="keyNamespace">The configured namespace, which separates two shops that use one account at the provider.</param>
    /// <returns>40 lower-case hexadecimal digits of SHA-256 over the namespace, a zero byte and the key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="keyNamespace"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">The key was not given.</exception>
    public string ToWireKey(string keyNamespace)
    {
        ArgumentNullException.ThrowIfNull(keyNamespace);
        if (!IsSpecified)
        {
            throw new PaymentRequestException(nameof(IdempotencyKey), "is missing; give each attempt its own key.");
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var size = Encoding.UTF8.GetMaxByteCount(keyNamespace.Length + 1 + _value.Length);
        Span<byte> text = size <= 1024 ? stackalloc byte[size] : new byte[size];
        var length = Encoding.UTF8.GetBytes(keyNamespace, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(_value, text[length..]);
        SHA256.HashData(text[..length], hash);
        return Convert.ToHexStringLower(hash[..20]);
    }
}
