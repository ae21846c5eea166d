namespace PaymentAbstractions.VirtualTerminal.Tests.PathKeys;

public sealed class HiddenKeysTests
{
    private static readonly Uri Base = new("https://gateway.example.com/api/");

    private readonly HiddenKeys _keys = new();

    [Fact]
    public void What_stands_for_a_key_becomes_the_key_below_its_address()
    {
        var one = _keys.Hide(new ApiKey("key/one"), Base);
        var two = _keys.Hide(new ApiKey("key-two"), Base);

        Assert.DoesNotContain("one", one, StringComparison.Ordinal);
        Assert.Equal(
            "https://gateway.example.com/api/key%2Fone/transaction/501234",
            _keys.Reveal(new Uri(Base, $"{one}/transaction/501234")).AbsoluteUri
        );
        Assert.Equal(
            "https://gateway.example.com/api/key-two/customer/7001",
            _keys.Reveal(new Uri(Base, $"{two}/customer/7001")).AbsoluteUri
        );
    }

    [Theory]
    [InlineData("https://other.example.com/api/{0}/transaction/1")]
    [InlineData("http://gateway.example.com/api/{0}/transaction/1")]
    [InlineData("https://gateway.example.com/{0}/transaction/1")]
    [InlineData("https://gateway.example.com/api/customer/{0}/1")]
    [InlineData("https://gateway.example.com/api/{0}1/transaction/1")]
    [InlineData("https://gateway.example.com/api/transaction/add?key={0}/")]
    public void Nobody_else_gets_the_key(string address)
    {
        var standIn = _keys.Hide(new ApiKey("vt_canary_key"), Base);
        var elsewhere = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, standIn));

        Assert.Equal(elsewhere, _keys.Reveal(elsewhere));
    }
}
