namespace PaymentAbstractions.Tests;

public sealed class SecretRulesTests
{
    [Theory]
    [InlineData("123")]
    [InlineData("0000")]
    public void A_security_code_has_three_or_four_digits(string digits)
    {
        Assert.Equal(digits, new SecurityCode(digits).Reveal());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12345")]
    [InlineData("12a")]
    [InlineData("１２３")]
    public void Another_security_code_is_refused(string? text)
    {
        Assert.Throws<PaymentRequestException>(() => new SecurityCode(text!));
    }

    [Theory]
    [InlineData("de89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("1234", "1234")]
    public void An_account_number_is_letters_and_digits_in_upper_case(string text, string expected)
    {
        Assert.Equal(expected, new BankAccountNumber(text).Reveal());
    }

    [Theory]
    [InlineData("123")]
    [InlineData("1-234-567")]
    [InlineData("12345678901234567890123456789012345")]
    public void Another_account_number_is_refused(string text)
    {
        Assert.Throws<PaymentRequestException>(() => new BankAccountNumber(text));
    }

    [Fact]
    public void Tokens_and_keys_have_a_greatest_length()
    {
        Assert.Equal(4096, new PaymentToken(new string('t', 4096)).Reveal().Length);
        Assert.Equal(1024, new ApiKey(new string('k', 1024)).Reveal().Length);
        Assert.Throws<PaymentRequestException>(() => new PaymentToken(new string('t', 4097)));
        Assert.Throws<PaymentRequestException>(() => new ApiKey(new string('k', 1025)));
        Assert.Throws<PaymentRequestException>(() => new ApiKey(" "));
        Assert.Throws<PaymentRequestException>(() => new PaymentToken("line\r\nbreak"));
    }
}
