namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What the API can do. What is not documented is not claimed.</summary>
internal static class VirtualTerminalCapabilities
{
    public static GatewayCapabilities For(VirtualTerminalAccount account) =>
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
            PaymentMethods = [PaymentMethodKind.Stored],
            Currencies = [account.Currency],
            LargestAmount = VirtualTerminalMoney.LargestAmount,
            PartialCapture = true,
            MultiCapture = false,
            PartialRefund = account.Options.EnableRefunds,
            PartialApproval = false,
            ZeroAmountVerification = false,
            HighestDataLevel = CommercialDataLevel.LevelIII,
        };
}
