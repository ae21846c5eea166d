using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A bank account with its international number (ISO 13616).</summary>
public sealed record IbanBankAccount : PaymentMethod
{
    /// <summary>The IBAN.</summary>
    public required BankAccountNumber AccountNumber { get; init; }

    /// <summary>The bank identifier code (ISO 9362), when the provider requires it.</summary>
    public string? Bic { get; init; }

    /// <summary>The name of the bank.</summary>
    public string? BankName { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.IbanBankAccount;
}
