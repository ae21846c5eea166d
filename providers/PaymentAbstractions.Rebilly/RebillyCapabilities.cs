using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>The capabilities of Rebilly. Source: core API reference; undocumented features are not claimed.</summary>
internal static class RebillyCapabilities
{
    public static GatewayCapabilities For(RebillyOptions options) =>
        new()
        {
            Provider = "Rebilly",
            Operations =
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Void,
                PaymentOperation.Refund,
                PaymentOperation.Credit,
                PaymentOperation.Setup,
            ],
            PaymentMethods =
            [
                PaymentMethodKind.Stored,
                PaymentMethodKind.Token,
                PaymentMethodKind.PaymentCard,
                PaymentMethodKind.BbanBankAccount,
                PaymentMethodKind.IbanBankAccount,
                PaymentMethodKind.CustomerDefault,
                PaymentMethodKind.CustomerChoice,
            ],
            HonorsIdempotencyKey =
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Credit,
                PaymentOperation.Setup,
            ],
            IdempotencyWindow = RebillyProfile.RequestIdWindow,
            MaxAmount = ProviderMoney.MaxAmount,
            PartialCapture = options.AllowPartialCapture,
            MultiCapture = false,
            PartialRefund = true,
            Voidable =
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Refund,
            ],
            PartialApproval = false,
            ZeroAmountVerification = true,
            HighestDataLevel = LevelOf(options),
            Vault = Vault,
            Notifications = true,
            PaymentMethodCatalog = true,
            Search = new SearchCapabilities(),
            RecordsOnly = true,
            Payouts = true,
            Hosted = new HostedCapabilities
            {
                Operations = [PaymentOperation.Sale, PaymentOperation.Authorize],
                StoresPaymentMethods = options.PublishableKey is not null,
                HighestDataLevel = LevelOf(options),
            },
        };

    private static CommercialDataLevel LevelOf(RebillyOptions options) =>
        options.CommercialDataCustomField is null ? CommercialDataLevel.LevelI : CommercialDataLevel.LevelIII;

    private static VaultCapabilities Vault { get; } =
        new()
        {
            // No operation deletes a customer.
            Operations =
            [
                VaultOperation.UpsertCustomer,
                VaultOperation.GetCustomer,
                VaultOperation.ListCustomers,
                VaultOperation.StorePaymentMethod,
                VaultOperation.GetPaymentMethod,
                VaultOperation.ListPaymentMethods,
                VaultOperation.UpdatePaymentMethod,
                VaultOperation.RemovePaymentMethod,
                VaultOperation.SetDefaultPaymentMethod,
            ],
            Storable =
            [
                PaymentMethodKind.Token,
                PaymentMethodKind.PaymentCard,
                PaymentMethodKind.BbanBankAccount,
                PaymentMethodKind.IbanBankAccount,
            ],
            OwnCustomerIds = true,
        };
}
