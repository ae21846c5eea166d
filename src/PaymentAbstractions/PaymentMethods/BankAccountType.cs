using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The kind of a bank account.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<BankAccountType>))]
public enum BankAccountType
{
    /// <summary>Neither of the others, or not known.</summary>
    Other = 0,

    /// <summary>A checking (current) account.</summary>
    Checking,

    /// <summary>A savings account.</summary>
    Savings,
}
