using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The kinds of <see cref="PaymentMethod"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentMethodKind>))]
public enum PaymentMethodKind
{
    /// <summary>Not given.</summary>
    None = 0,

    /// <summary><see cref="StoredPaymentMethod"/>.</summary>
    Stored,

    /// <summary><see cref="TokenPaymentMethod"/>.</summary>
    Token,

    /// <summary><see cref="PaymentAbstractions.PaymentCard"/>.</summary>
    PaymentCard,

    /// <summary><see cref="BbanBankAccount"/>.</summary>
    BbanBankAccount,

    /// <summary><see cref="IbanBankAccount"/>.</summary>
    IbanBankAccount,

    /// <summary><see cref="CustomerDefaultPaymentMethod"/>.</summary>
    CustomerDefault,

    /// <summary><see cref="CustomerChoicePaymentMethod"/>.</summary>
    CustomerChoice,
}
