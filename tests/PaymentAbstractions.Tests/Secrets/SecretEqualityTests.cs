namespace PaymentAbstractions.Tests;

public sealed class SecretEqualityTests
{
    [Fact]
    public void Secrets_compare_by_value_and_type()
    {
        var token = new PaymentToken("same");

        Assert.Equal(token, new PaymentToken("same"));
        Assert.Equal(token.GetHashCode(), new PaymentToken("same").GetHashCode());
        Assert.NotEqual(token, new PaymentToken("Same"));
        Assert.NotEqual(token, new PaymentToken("same "));
        Assert.False(token.Equals(new ApiKey("same")));
        Assert.False(token.Equals((object?)null));
    }

    [Fact]
    public void Requests_with_equal_secrets_are_equal()
    {
        var left = new TokenPaymentMethod { Token = new PaymentToken("same") };
        var right = PaymentMethod.Token("same");

        Assert.Equal(left, right);
        Assert.NotEqual(left, PaymentMethod.Token("other"));
    }
}
