using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Http.Tests.Redaction;

public sealed class RedactionScannerTests
{
    [Theory]
    [InlineData("TRANSACTION APPROVED", false)]
    [InlineData("call 555-0100, cvv 987, pan (none)", false)]
    [InlineData("12345678901", false)]
    [InlineData("1 2345 6789 012", false)]
    [InlineData("call 4111 1111 1111 1111", true)]
    [InlineData("4111%201111%201111%201111", true)]
    [InlineData("550e8400-e29b-41d4-a716-446655440000", false)]
    [InlineData("cvv=987", true)]
    [InlineData("cvv: 987", true)]
    [InlineData("<cvv>987</cvv>", true)]
    [InlineData("cvv%3D987", true)]
    public void Only_texts_with_a_card_number_or_the_marks_of_a_value_need_a_scan(string text, bool expected) =>
        Assert.Equal(expected, RedactionScanner.MayFind(text));

    [Fact]
    public void A_scan_changes_nothing_where_none_is_needed() =>
        Prop.ForAll(
                Texts(),
                static text =>
                {
                    var output = new StringBuilder();
                    new RedactionScanner(text, SecretNames.With([]), output, int.MaxValue).Run();
                    return RedactionScanner.MayFind(text) || output.ToString() == text;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() =>
        Gen.Frequency(
                (8, Gen.Elements("cvv", "pan", "token", " ", ">", "[", "]", ".", "-", "/", "\"", "'", "\\", "{", "é")),
                (4, Gen.Elements("4", "1", "11", "\u0661")),
                (1, Gen.Elements(":", "=", "<", "%", "%3A"))
            )
            .ListOf()
            .Select(static parts => string.Concat(parts))
            .ToArbitrary();
}
