using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public sealed class TransactionReferenceTests
{
    private const string Text = "cards_eu:fb641b02d9a47c35:txn_01";

    private static readonly AccountFingerprint Account = AccountFingerprint.Of("Rebilly", "Sandbox", "org-1");

    private static readonly Arbitrary<TransactionReference> AnyReference = (
        from gateway in Characters("abcdefghijklmnopqrstuvwxyz0123456789_-", 40)
        from account in Characters("abcABC123", 10)
        from id in Characters(string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)), 128)
        select new TransactionReference(gateway, AccountFingerprint.Of("Any", "Any", account), id)
    ).ToArbitrary();

    [Fact]
    public void The_text_is_gateway_account_and_id()
    {
        var reference = new TransactionReference("cards_eu", Account, "txn_01");

        Assert.Equal(Text, reference.ToString());
    }

    [Fact]
    public void Reading_what_was_written_gives_an_equal_reference() =>
        Prop.ForAll(
                AnyReference,
                reference =>
                    TransactionReference.Parse(reference.ToString()) == reference
                    && TransactionReference.TryParse(reference.ToString(), out var read)
                    && read.GetHashCode() == reference.GetHashCode()
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_transaction_is_identified_by_account_and_id_regardless_of_the_gateways_name()
    {
        var reference = new TransactionReference("cards_eu", Account, "txn_01");
        var elsewhere = AccountFingerprint.Of("Rebilly", "Sandbox", "org-2");

        Assert.True(reference.IsSameTransaction(new TransactionReference("cards_europe", Account, "txn_01")));
        Assert.False(reference.IsSameTransaction(new TransactionReference("cards_eu", Account, "txn_02")));
        Assert.False(reference.IsSameTransaction(new TransactionReference("cards_eu", elsewhere, "txn_01")));
        Assert.False(reference.IsSameTransaction(null));
    }

    [Fact]
    public void Without_an_account_the_name_of_the_gateway_counts()
    {
        var reference = new TransactionReference("cards_eu", default, "txn_01");

        Assert.True(reference.IsSameTransaction(new TransactionReference("cards_eu", default, "txn_01")));
        Assert.False(reference.IsSameTransaction(new TransactionReference("cards_us", default, "txn_01")));
    }

    [Fact]
    public void An_id_may_hold_colons()
    {
        var reference = new TransactionReference("cards_eu", Account, "a:b::c");

        Assert.Equal("a:b::c", TransactionReference.Parse(reference.ToString()).TransactionId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("txn_01")]
    [InlineData("cards_eu:fb641b02d9a47c35")]
    [InlineData("cards_eu:fb641b02d9a47c35:")]
    [InlineData("cards_eu:fb641b02d9a47c35:txn 01")]
    [InlineData("cards_eu:FB641B02D9A47C35:txn_01")]
    [InlineData("cards_eu::txn_01")]
    [InlineData("Cards_EU:fb641b02d9a47c35:txn_01")]
    [InlineData(":fb641b02d9a47c35:txn_01")]
    [InlineData(" cards_eu:fb641b02d9a47c35:txn_01")]
    [InlineData("cards_eu:fb641b02d9a47c35:txn_01\n")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(TransactionReference.TryParse(text, out var reference));
        Assert.Null(reference);

        var exception = Assert.Throws<PaymentRequestException>(() => TransactionReference.Parse(text!));
        Assert.Equal("TransactionReference", Assert.Single(exception.Problems).Field);
    }

    [Theory]
    [InlineData("Cards", "txn", "Gateway")]
    [InlineData("", "txn", "Gateway")]
    [InlineData("cards:eu", "txn", "Gateway")]
    [InlineData("cards", "", "TransactionId")]
    [InlineData("cards", "txn 01", "TransactionId")]
    public void A_part_that_breaks_its_rule_is_refused(string gateway, string id, string field)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => new TransactionReference(gateway, Account, id));

        Assert.Equal(field, Assert.Single(exception.Problems).Field);
    }

    [Fact]
    public void An_id_may_be_of_any_length()
    {
        var reference = new TransactionReference("cards", Account, new string('i', 4096));

        Assert.Equal(reference, TransactionReference.Parse(reference.ToString()));
    }

    [Fact]
    public void References_differ_by_every_part()
    {
        var reference = new TransactionReference("cards", Account, "txn");

        Assert.NotEqual(reference, new TransactionReference("bank", Account, "txn"));
        Assert.NotEqual(reference, new TransactionReference("cards", AccountFingerprint.Of("P", "E", "A"), "txn"));
        Assert.NotEqual(reference, new TransactionReference("cards", Account, "TXN"));
    }

    private static Gen<string> Characters(string alphabet, int maxLength) =>
        from length in Gen.Choose(1, maxLength)
        from characters in Gen.ArrayOf(Gen.Elements(alphabet.ToCharArray()), length)
        select new string(characters);
}
