namespace PaymentAbstractions.Tests;

public sealed class AccountFingerprintTests
{
    // Computed with coreutils: printf 'REBILLY\0SANDBOX\0org-1' | sha256sum | cut -c1-16
    private const string Golden = "fb641b02d9a47c35";

    [Theory]
    [InlineData("Rebilly", "Sandbox")]
    [InlineData("rebilly", "SANDBOX")]
    public void The_fingerprint_never_changes_and_ignores_case_but_not_that_of_the_account(
        string provider,
        string environment
    )
    {
        var fingerprint = AccountFingerprint.Of(provider, environment, "org-1");

        Assert.Equal(Golden, fingerprint.Value);
        Assert.Equal(Golden, fingerprint.ToString());
        Assert.NotEqual(fingerprint, AccountFingerprint.Of(provider, environment, "ORG-1"));
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
    public void Every_part_is_needed(string provider, string environment, string account)
    {
        Assert.Throws<ArgumentException>(() => AccountFingerprint.Of(provider, environment, account));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        Assert.True(AccountFingerprint.TryParse(Golden, out var read));

        Assert.Equal(AccountFingerprint.Of("Rebilly", "Sandbox", "org-1"), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("fb641b02d9a47c3")]
    [InlineData("fb641b02d9a47c350")]
    [InlineData("FB641B02D9A47C35")]
    [InlineData("gb641b02d9a47c35")]
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
