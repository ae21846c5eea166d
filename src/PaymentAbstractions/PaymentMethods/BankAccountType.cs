using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The type of a bank account.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<BankAccountType>))]
public enum BankAccountType
{
    /// <summary>Another type, or not known.</summary>
    Other = 0,

    /// <summary>A checking (current) account.</summary>
    Checking,

    /// <summary>A savings account.</summary>
    Savings,
}
