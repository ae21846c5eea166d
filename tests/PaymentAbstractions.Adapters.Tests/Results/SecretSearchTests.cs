using System.Text;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A secret that an answer repeats is found in every form in which a provider could write it.</summary>
public sealed class SecretSearchTests
{
    private const string Number = "4111111111111111";

    [Theory]
    [InlineData("""{"card":"4111111111111111"}""", Number, true)]
    [InlineData("""{"card":"4111111111111112"}""", Number, false)]
    [InlineData("""{"card":"411111111111111\u0031"}""", Number, true)]
    [InlineData("""{"card":"411111111111111\u0032"}""", Number, true)]
    [InlineData("""{"time":"12:00\u002B01:00","name":"A\u003CB"}""", Number, false)]
    [InlineData("""{"cut":"\u00""", Number, false)]
    [InlineData("""{"cvv":"987"}""", "987", true)]
    [InlineData("""{"amount":987}""", "987", true)]
    [InlineData("""{"id":"19870"}""", "987", false)]
    [InlineData("""{"id":"19870","cvv":"987"}""", "987", true)]
    [InlineData("987", "987", true)]
    [InlineData("""{"message":"CVV \u0027987\u0027 is wrong"}""", "987", true)]
    [InlineData("<code>&#57;87</code>", "987", true)]
    [InlineData("9\08\07\0", "987", true)]
    [InlineData("""{"token":"nothing like it"}""", "tok/with+signs", true)]
    [InlineData("", "987", false)]
    public void It_is_found(string answer, string secret, bool expected) =>
        Assert.Equal(expected, SecretSearch.MayFind(Encoding.UTF8.GetBytes(answer), [secret]));

    [Fact]
    public void A_long_secret_is_never_ruled_out() => Assert.True(SecretSearch.MayFind("{}"u8, [new string('a', 257)]));
}
