using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Describes what the API can do and which properties of its answers can be relied on. Undocumented features are not claimed.
/// </summary>
internal static class VirtualTerminalProfile
{
    /// <summary>
    /// The API has no merchant reference and no idempotency key, so a mark of the key is appended to the description. The buyer's purchase
    /// order number is never changed. The maximum length of a description is not documented.
    /// </summary>
    public static DescriptionMark Mark { get; } = new(digits: 20, maxLength: 255);

    public static AdapterProfile Of(VirtualTerminalAccount account)
    {
        var options = account.Options;
        return new AdapterProfile
        {
            Capabilities = CapabilitiesOf(account),
            Account = AccountFingerprint.Of("VirtualTerminal", options.BaseUrl!.Host, options.MerchantId!),
            BaseAddress = options.BaseUrl,
            Deadline = options.Deadline,
            SendTimeout = options.SendTimeout,
            MayChangeFor = options.MayChangeFor,
            Secrets = [options.ApiKey!],
            Mark = Mark,
            InPlace = [PaymentOperation.Capture, PaymentOperation.Void],
            // Published answers of the list contain sales. It is not documented that the list contains authorizations and credits.
            ListsForCertain = [PaymentOperation.Sale],
            FindsCustomers = options.CustomerIds == VirtualTerminalCustomerIds.Code,
        };
    }

    private static GatewayCapabilities CapabilitiesOf(VirtualTerminalAccount account) =>
        new()
        {
            Provider = "VirtualTerminal",
            Operations =
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Void,
                .. account.Options.EnableRefunds ? [PaymentOperation.Refund] : Array.Empty<PaymentOperation>(),
                PaymentOperation.Credit,
            ],
            PaymentMethods = [PaymentMethodKind.Stored, PaymentMethodKind.Token],
            Currencies = [account.Currency],
            PartialCapture = true,
            MultiCapture = false,
            Voidable =
            [
                PaymentOperation.Sale,
                PaymentOperation.Authorize,
                PaymentOperation.Capture,
                PaymentOperation.Credit,
            ],
            MaxAmount = ProviderMoney.MaxAmount,
            PartialRefund = account.Options.EnableRefunds,
            PartialApproval = false,
            ZeroAmountVerification = false,
            HighestDataLevel = CommercialDataLevel.LevelIII,
            Vault = new VaultCapabilities
            {
                // The provider assigns a customer's number; a repeated store finds the same customer only by its code.
                Operations =
                [
                    .. account.Options.CustomerIds == VirtualTerminalCustomerIds.Code
                        ? [VaultOperation.UpsertCustomer]
                        : Array.Empty<VaultOperation>(),
                    VaultOperation.GetCustomer,
                    VaultOperation.ListCustomers,
                    VaultOperation.DeleteCustomer,
                    VaultOperation.StorePaymentMethod,
                    VaultOperation.GetPaymentMethod,
                    VaultOperation.ListPaymentMethods,
                    VaultOperation.RemovePaymentMethod,
                ],
                // Only the token of what the customer entered into the provider's form can be stored, never a card itself.
                Storable = [PaymentMethodKind.Token],
                OwnCustomerIds = account.Options.CustomerIds == VirtualTerminalCustomerIds.Code,
            },
            Search = new SearchCapabilities { RequiresCustomer = true, UnsettledOnly = true },
            Hosted = new HostedCapabilities
            {
                Operations = [PaymentOperation.Sale, PaymentOperation.Authorize],
                StoresPaymentMethods = true,
                HighestDataLevel = HostedRequests.HighestLevel,
            },
        };
}
