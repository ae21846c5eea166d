using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public class AvsResultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Visa")]
    [InlineData("Mastercard")]
    [InlineData("Zebra")]
    [InlineData("Discover")]
    [InlineData("American Express")]
    public void Every_letter_is_read_as_its_brand_means_it(string name)
    {
        var brand = CardBrand.FromProvider(name);
        var rows = ReferenceTable.Read("avs-codes", cells: 5);
        var own = rows.Where(row => row[0] == name).ToList();

        Assert.Equal(26, rows.Count(row => row[0] == "any"));
        Assert.All(
            own.Count > 0 ? own : rows.Where(row => row[0] == "any"),
            row =>
            {
                var result = AvsResult.FromProvider(row[1], brand);

                Assert.Equal(
                    string.Join(' ', row[1..]),
                    $"{result.Code} {Sign(result.Street)} {Sign(result.PostalCode)} {Sign(result.Name)}"
                );
                Assert.False(result.IsNotProvided);
                Assert.False(result.IsUnmapped);
                Assert.Equal(result, AvsResult.FromProvider($" {row[1].ToLowerInvariant()} ", brand));
            }
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_sent_is_not_provided(string? code)
    {
        var result = AvsResult.FromProvider(code, CardBrand.Visa);

        Assert.Equal(AvsResult.NotProvided, result);
        Assert.Equal(default, result);
        Assert.True(result.IsNotProvided);
        Assert.False(result.IsUnmapped);
        Assert.Equal(string.Empty, result.Code);
        Assert.Equal("(none)", result.ToString());
        Assert.Equal(
            (VerificationMatch.NotProvided, VerificationMatch.NotProvided, VerificationMatch.NotProvided),
            (result.Street, result.PostalCode, result.Name)
        );
        Assert.Equal(default, VerificationMatch.NotProvided);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" YY ", "YY")]
    [InlineData("Ü", "Ü")]
    [InlineData("match", "match")]
    [InlineData("Ｙ", "Ｙ")]
    public void An_unknown_result_is_unmapped_and_keeps_its_text(string code, string expected)
    {
        var result = AvsResult.FromProvider(code, CardBrand.Visa);

        Assert.True(result.IsUnmapped);
        Assert.False(result.IsNotProvided);
        Assert.Equal(expected, result.Code);
        Assert.Equal($"{expected} (unmapped)", result.ToString());
        Assert.Equal(VerificationMatch.NotVerified, result.Street);
        Assert.Equal(VerificationMatch.NotVerified, result.PostalCode);
        Assert.Equal(VerificationMatch.NotProvided, result.Name);
    }

    [Fact]
    public void Only_a_known_letter_ever_matches() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                ArbMap.Default.ArbFor<string?>(),
                (code, brand) =>
                {
                    var result = AvsResult.FromProvider(code, CardBrand.FromProvider(brand));
                    var matches = new[] { result.Street, result.PostalCode, result.Name }.Contains(
                        VerificationMatch.Match
                    );
                    return !matches || (code!.Trim().Length == 1 && char.IsAsciiLetter(code.Trim()[0]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Equality_counts_letter_and_findings()
    {
        var common = AvsResult.FromProvider("A", CardBrand.Visa);
        var discover = AvsResult.FromProvider("A", CardBrand.Discover);

        Assert.True(common == AvsResult.FromProvider("a", CardBrand.Mastercard));
        Assert.Equal(common.GetHashCode(), AvsResult.FromProvider("a", CardBrand.Mastercard).GetHashCode());
        Assert.True(common != discover);
        Assert.True(AvsResult.FromProvider("X", CardBrand.Visa) != AvsResult.FromProvider("Y", CardBrand.Visa));
        Assert.True(common.Equals((object)common));
        Assert.False(common.Equals("A"));
        Assert.Equal("A (street Match, postal code NoMatch, name NotProvided)", common.ToString());
    }

    [Fact]
    public void Reading_a_letter_allocates_nothing()
    {
        _ = AvsResult.FromProvider("A", CardBrand.Discover);
        _ = CvvResult.FromProvider("Y", CardBrand.AmericanExpress);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
        {
            _ = AvsResult.FromProvider("A", CardBrand.Discover);
            _ = CvvResult.FromProvider("Y", CardBrand.AmericanExpress);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_result_can_be_made_of_words()
    {
        var result = AvsResult.FromWords(VerificationMatch.Match, VerificationMatch.NoMatch);

        Assert.Equal(
            (VerificationMatch.Match, VerificationMatch.NoMatch, VerificationMatch.NotProvided),
            (result.Street, result.PostalCode, result.Name)
        );
        Assert.Equal(("", false, false), (result.Code, result.IsNotProvided, result.IsUnmapped));
        Assert.Equal("(street Match, postal code NoMatch, name NotProvided)", result.ToString());
        Assert.NotEqual(AvsResult.FromProvider("A", CardBrand.Visa), result);
        Assert.Equal(AvsResult.NotProvided, AvsResult.FromWords(default, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => AvsResult.FromWords((VerificationMatch)99, default));
        Assert.Equal("""{"Street":"Match","PostalCode":"NoMatch"}""", JsonSerializer.Serialize(result));
        Assert.Equal(result, JsonSerializer.Deserialize<AvsResult>(JsonSerializer.Serialize(result)));
    }

    private static string Sign(VerificationMatch match) =>
        match switch
        {
            VerificationMatch.NotProvided => "-",
            VerificationMatch.Match => "M",
            VerificationMatch.NoMatch => "N",
            VerificationMatch.NotVerified => "v",
            _ => "?",
        };
}
