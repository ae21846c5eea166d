using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What the customer enters in a field of a form.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FormInputKind>))]
public enum FormInputKind
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The number of the card.</summary>
    CardNumber,

    /// <summary>When the card expires: month and year in four digits without anything between them (<c>MMYY</c>).</summary>
    CardExpiry,

    /// <summary>The security code of the card.</summary>
    SecurityCode,

    /// <summary>The first name of the card holder.</summary>
    FirstName,

    /// <summary>The last name of the card holder.</summary>
    LastName,
}
