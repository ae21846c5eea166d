namespace PaymentAbstractions.Tests;

public sealed class IdempotencyKeyTests
{
    // Computed with coreutils: printf 'payments\0order-1' | sha256sum | cut -c1-40
    [Theory]
    [InlineData("payments", "23a6add5e97035bcad2f45b6a57276cf236fd380")]
    [InlineData("shop_b", "0b51fe744135811dca0238c7da8f0963dafee465")]
    [InlineData("kunde-ü", "43f48edb516a6ebad4eb41466b099194927cf99c")]
    public void The_wire_key_never_changes(string keyNamespace, string expected)
    {
        var key = new IdempotencyKey("order-1");

        Assert.Equal(expected, key.ToWireKey(keyNamespace));
    }

    [Fact]
    public void A_long_namespace_and_a_long_key_have_a_wire_key_too()
    {
        var key = new IdempotencyKey(new string('k', IdempotencyKey.MaxLength));

        var wireKey = key.ToWireKey(new string('n', 1000));

        Assert.Equal(40, wireKey.Length);
        Assert.NotEqual(wireKey, key.ToWireKey(new string('n', 1001)));
    }

    [Fact]
    public void A_key_that_was_not_given_has_no_wire_key()
    {
        Assert.Throws<PaymentRequestException>(() => default(IdempotencyKey).ToWireKey("payments"));
        Assert.Throws<ArgumentNullException>(() => new IdempotencyKey("order-1").ToWireKey(null!));
    }

    [Fact]
    public void The_default_is_not_given()
    {
        var none = default(IdempotencyKey);

        Assert.False(none.IsSpecified);
        Assert.Equal("", none.Value);
        Assert.Equal("(none)", none.ToString());
        Assert.True(new IdempotencyKey("k").IsSpecified);
    }

    [Theory]
    [InlineData("k")]
    [InlineData("!~")]
    [InlineData("order-1001/attempt:2")]
    public void Printable_ascii_is_a_key(string text)
    {
        Assert.True(IdempotencyKey.TryParse(text, out var parsed));

        Assert.Equal(text, parsed.Value);
        Assert.Equal(text, parsed.ToString());
        Assert.Equal(new IdempotencyKey(text), parsed);
    }

    [Theory]
    [MemberData(nameof(TokenTexts.Malformed), 128, MemberType = typeof(TokenTexts))]
    public void Anything_else_is_refused(string? text)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => new IdempotencyKey(text!));

        Assert.Equal("IdempotencyKey", Assert.Single(exception.Problems).Field);
        Assert.False(IdempotencyKey.TryParse(text, out var parsed));
        Assert.Equal(default, parsed);
    }

    [Fact]
    public void Keys_of_the_greatest_length_are_taken()
    {
        Assert.True(IdempotencyKey.TryParse(new string('k', 128), out _));
    }

    [Fact]
    public void Case_matters()
    {
        Assert.NotEqual(new IdempotencyKey("Key"), new IdempotencyKey("key"));
        Assert.NotEqual(
            new IdempotencyKey("Key").ToWireKey("payments"),
            new IdempotencyKey("key").ToWireKey("payments")
        );
    }
}
