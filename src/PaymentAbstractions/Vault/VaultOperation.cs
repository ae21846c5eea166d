using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>An operation of <see cref="ICustomerVault"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VaultOperation>))]
public enum VaultOperation
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary><see cref="ICustomerVault.UpsertCustomerAsync"/>.</summary>
    UpsertCustomer,

    /// <summary><see cref="ICustomerVault.GetCustomerAsync"/>.</summary>
    GetCustomer,

    /// <summary><see cref="ICustomerVault.ListCustomersAsync"/>.</summary>
    ListCustomers,

    /// <summary><see cref="ICustomerVault.DeleteCustomerAsync"/>.</summary>
    DeleteCustomer,

    /// <summary><see cref="ICustomerVault.StorePaymentMethodAsync"/>.</summary>
    StorePaymentMethod,

    /// <summary><see cref="ICustomerVault.GetPaymentMethodAsync"/>.</summary>
    GetPaymentMethod,

    /// <summary><see cref="ICustomerVault.ListPaymentMethodsAsync"/>.</summary>
    ListPaymentMethods,

    /// <summary><see cref="ICustomerVault.UpdatePaymentMethodAsync"/>.</summary>
    UpdatePaymentMethod,

    /// <summary><see cref="ICustomerVault.RemovePaymentMethodAsync"/>.</summary>
    RemovePaymentMethod,

    /// <summary><see cref="ICustomerVault.SetDefaultPaymentMethodAsync"/>.</summary>
    SetDefaultPaymentMethod,
}
