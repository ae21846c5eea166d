namespace PaymentAbstractions.Tests;

public sealed class AccountFingerprintTests
{
    // Computed with coreutils: printf 'REBILLY\0API.EXAMPLE\0org-1' | sha256sum | cut -c1-16
    private const string Golden = "2b9d8f13f9d32048";

    [Theory]
    [InlineData("Rebilly", "api.example")]
    [InlineData("rebilly", "API.Example")]
    [InlineData("Rebilly", "api.example.")]
    public void The_fingerprint_never_changes_and_ignores_case_but_not_that_of_the_account(string provider, string host)
    {
        var fingerprint = AccountFingerprint.Of(provider, host, "org-1");

        Assert.Equal(Golden, fingerprint.Value);
        Assert.Equal(Golden, fingerprint.ToString());
        Assert.NotEqual(fingerprint, AccountFingerprint.Of(provider, host, "ORG-1"));
    }

    [Fact]
    public void Parts_do_not_run_into_each_other()
    {
        Assert.NotEqual(AccountFingerprint.Of("A", "BC", "D"), AccountFingerprint.Of("AB", "C", "D"));
        Assert.NotEqual(AccountFingerprint.Of("A", "B", "CD"), AccountFingerprint.Of("A", "BC", "D"));
    }

    [Theory]
    [InlineData("", "e", "a")]
    [InlineData("p", "", "a")]
    [InlineData("p", "e", "")]
    public void Every_part_is_needed(string provider, string host, string account)
    {
        Assert.Throws<ArgumentException>(() => AccountFingerprint.Of(provider, host, account));
    }

    [Fact]
    public void A_written_fingerprint_is_read()
    {
        Assert.True(AccountFingerprint.TryParse(Golden, out var read));

        Assert.Equal(AccountFingerprint.Of("Rebilly", "api.example", "org-1"), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2b9d8f13f9d3204")]
    [InlineData("2b9d8f13f9d320480")]
    [InlineData("2B9D8F13F9D32048")]
    [InlineData("gb9d8f13f9d32048")]
    public void Anything_else_is_not_read(string? text)
    {
        Assert.False(AccountFingerprint.TryParse(text, out var read));
        Assert.Equal(default, read);
    }

    [Fact]
    public void The_default_shows_zeros_and_reads_back_as_itself()
    {
        Assert.Equal("0000000000000000", default(AccountFingerprint).Value);
        Assert.True(AccountFingerprint.TryParse("0000000000000000", out var read));
        Assert.Equal(default, read);
    }
}
