using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A bank account with its national account number and routing number, for example a US account for ACH.</summary>
public sealed record BbanBankAccount : PaymentMethod
{
    /// <summary>The account number.</summary>
    public required BankAccountNumber AccountNumber { get; init; }

    /// <summary>The bank's routing number, digits only.</summary>
    public required string RoutingNumber { get; init; }

    /// <summary>The type of the account.</summary>
    public required BankAccountType AccountType { get; init; }

    /// <summary>The name of the bank.</summary>
    public string? BankName { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.BbanBankAccount;
}
