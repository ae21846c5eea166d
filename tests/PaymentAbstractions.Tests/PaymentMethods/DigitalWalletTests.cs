namespace PaymentAbstractions.Tests;

public sealed class DigitalWalletTests
{
    [Theory]
    [InlineData("Apple Pay", "Apple Pay")]
    [InlineData("applepay", "Apple Pay")]
    [InlineData("GOOGLE_PAY", "Google Pay")]
    [InlineData(" samsung-pay ", "Samsung Pay")]
    [InlineData(" A wallet of tomorrow ", "A wallet of tomorrow")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void A_wallet_is_read_in_any_spelling(string? text, string name)
    {
        var wallet = DigitalWallet.FromProvider(text);

        Assert.Equal(name, wallet.Value);
        Assert.Equal(name, wallet.ToString());
        Assert.Equal(name.Length > 0, wallet.IsSpecified);
    }

    [Fact]
    public void Wallets_compare_by_name_without_case()
    {
        Assert.True(DigitalWallet.FromProvider("PayFoo") == DigitalWallet.FromProvider("PAYFOO"));
        Assert.Equal(
            DigitalWallet.FromProvider("PayFoo").GetHashCode(),
            DigitalWallet.FromProvider("PAYFOO").GetHashCode()
        );
        Assert.True(DigitalWallet.ApplePay != DigitalWallet.GooglePay);
        Assert.False(DigitalWallet.ApplePay.Equals((object?)null));
        Assert.Equal(default, DigitalWallet.FromProvider(null));
    }
}
