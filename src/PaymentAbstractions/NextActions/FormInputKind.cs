using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The kinds of data that the customer enters in a form field.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FormInputKind>))]
public enum FormInputKind
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The card number.</summary>
    CardNumber,

    /// <summary>The expiry date of the card: month and year as four digits without a separator (<c>MMYY</c>).</summary>
    CardExpiry,

    /// <summary>The security code of the card.</summary>
    SecurityCode,

    /// <summary>The cardholder's first name.</summary>
    FirstName,

    /// <summary>The cardholder's last name.</summary>
    LastName,
}
