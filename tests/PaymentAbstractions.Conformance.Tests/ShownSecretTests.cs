namespace PaymentAbstractions.Conformance.Tests;

public sealed class ShownSecretTests
{
    [Theory]
    [InlineData("737")]
    [InlineData("The security code is 737.")]
    [InlineData("The security code 737 is wrong")]
    [InlineData("""{"cvv":737}""")]
    [InlineData("""{"cvv":"737"}""")]
    [InlineData("cvv:737, 1")]
    [InlineData("cvv=737&x=1")]
    [InlineData("code-737")]
    [InlineData("cvc-737")]
    [InlineData("737-declined")]
    public void A_short_secret_is_noticed(string text) => Assert.True(ShownSecret.IsIn(text, "737"));

    [Theory]
    [InlineData("txn_1737")]
    [InlineData("7370")]
    [InlineData("2026-11-29T00:19:05.737+00:00")]
    [InlineData("00:19:05.0737695")]
    [InlineData("127.0.0.1:737")]
    [InlineData("12.737 EUR")]
    [InlineData("f5b4-737-84f6")]
    public void Digits_of_something_else_are_not(string text) => Assert.False(ShownSecret.IsIn(text, "737"));

    [Fact]
    public void A_long_secret_is_noticed_anywhere_and_in_any_casing() =>
        Assert.True(ShownSecret.IsIn("x-SK_LIVE_1234-y", "sk_live_1234"));
}
