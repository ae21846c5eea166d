namespace PaymentAbstractions.Testing;

internal static class FakeCapabilities
{
    public static GatewayCapabilities Everything { get; } =
        new()
        {
            Provider = "Fake",
            Operations = AllBut(PaymentOperation.Unknown),
            PaymentMethods = AllBut(PaymentMethodKind.None),
            HonorsIdempotencyKey = AllBut(PaymentOperation.Unknown),
            IdempotencyWindow = TimeSpan.FromHours(24),
            PartialCapture = true,
            MultiCapture = true,
            PartialRefund = true,
            PartialApproval = true,
            ZeroAmountVerification = true,
            StatementDescriptor = true,
            ShippingAddress = true,
            NetworkTransactionId = true,
            ExternalThreeDSecure = true,
            HighestDataLevel = CommercialDataLevel.LevelIII,
            PaymentMethodCatalog = true,
            Search = new SearchCapabilities(),
            RecordsOnly = true,
            Payouts = true,
            Vault = new VaultCapabilities
            {
                Operations = AllBut(VaultOperation.Unknown),
                Storable =
                [
                    PaymentMethodKind.Token,
                    PaymentMethodKind.PaymentCard,
                    PaymentMethodKind.BbanBankAccount,
                    PaymentMethodKind.IbanBankAccount,
                ],
                OwnCustomerIds = true,
            },
            Hosted = new HostedCapabilities
            {
                Operations = [PaymentOperation.Sale, PaymentOperation.Authorize],
                StoresPaymentMethods = true,
                HighestDataLevel = CommercialDataLevel.LevelIII,
            },
        };

    private static ValueList<T> AllBut<T>(T none)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => !value.Equals(none))];
}
