using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What the API can do and what its answers are worth. What is not documented is not claimed.</summary>
internal static class VirtualTerminalProfile
{
    /// <summary>
    /// The API knows no reference of ours and no key, so a mark of the key goes behind the description. The buyer's purchase order
    /// number is never touched. The length of a description is not documented.
    /// </summary>
    public static DescriptionMark Mark { get; } = new(digits: 20, mostCharacters: 255);

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
            // Published answers of the list show sales. Nothing documents that it has authorizations and credits.
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
            LargestAmount = ProviderMoney.LargestAmount,
            PartialRefund = account.Options.EnableRefunds,
            PartialApproval = false,
            ZeroAmountVerification = false,
            HighestDataLevel = CommercialDataLevel.LevelIII,
            Vault = new VaultCapabilities
            {
                // A customer gets its number from the provider; only by its code is it the same one when it is stored again.
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
                // What the customer entered into the provider's form; a card itself never.
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
