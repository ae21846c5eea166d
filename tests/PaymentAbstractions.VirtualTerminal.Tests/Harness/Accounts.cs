namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Accounts for tests of components that send nothing.</summary>
internal static class Accounts
{
    public static readonly VirtualTerminalAccount Plain = With();

    public static readonly VirtualTerminalAccount Folding = With(folds: true);

    private static VirtualTerminalAccount With(bool folds = false) =>
        new(
            new VirtualTerminalOptions
            {
                BaseUrl = new Uri("https://gateway.example.com/api/"),
                ApiKey = new ApiKey(VirtualTerminalFixture.ApiKey),
                MerchantId = "mid-1",
                FoldAdjustmentsIntoPrices = folds,
            }
        );
}
