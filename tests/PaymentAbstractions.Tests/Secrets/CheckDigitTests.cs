namespace PaymentAbstractions.Tests;

public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("378282246310005", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("4111111111111171", false)]
    public void A_wrong_digit_shows(string number, bool expected) =>
        Assert.Equal(expected, CheckDigit.IsValid([.. number.Select(digit => (byte)(digit - '0'))]));
}
