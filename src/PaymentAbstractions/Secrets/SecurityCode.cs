using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The three or four digits printed on a card (CVV, CVC, CID). Never stored, never printed.</summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
[JsonConverter(typeof(SecretJsonConverter<SecurityCode>))]
public sealed class SecurityCode : Secret
{
    /// <summary>Creates a security code and checks it.</summary>
    /// <param name="value">Three or four digits.</param>
    /// <exception cref="PaymentRequestException">The value does not have three or four digits.</exception>
    public SecurityCode(string value)
        : base(Check(value)) { }

    private static string Check(string value) =>
        value is { Length: 3 or 4 } && value.AsSpan().ContainsOnlyDigits()
            ? value
            : throw new PaymentRequestException(nameof(SecurityCode), "must have three or four digits.");
}
