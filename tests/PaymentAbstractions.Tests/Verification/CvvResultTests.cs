using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public class CvvResultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Visa")]
    [InlineData("Mastercard")]
    [InlineData("American Express")]
    public void Every_letter_is_read_as_its_brand_means_it(string name)
    {
        var brand = CardBrand.FromProvider(name);
        var meanings = ReferenceTable
            .Read("cvv-codes", cells: 3)
            .Where(row => row[0] == "any" || row[0] == name)
            .ToDictionary(row => row[1], row => Enum.Parse<CvvStatus>(row[2]), StringComparer.Ordinal);

        Assert.All(
            Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString()),
            letter =>
            {
                var expected = meanings.GetValueOrDefault(letter, CvvStatus.Unmapped);
                var result = CvvResult.FromProvider(letter, brand);

                Assert.Equal(expected, result.Status);
                Assert.Equal(letter, result.Code);
                Assert.Equal(expected == CvvStatus.Match, result.IsMatch);
                Assert.Equal(expected == CvvStatus.Unmapped, result.IsUnmapped);
                Assert.False(result.IsNotProvided);
                Assert.Equal($"{letter} ({expected})", result.ToString());
                Assert.Equal(expected, CvvResult.FromProvider($" {letter.ToLowerInvariant()} ", brand).Status);
            }
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_sent_is_not_provided(string? code)
    {
        var result = CvvResult.FromProvider(code, CardBrand.Visa);

        Assert.Equal(CvvResult.NotProvided, result);
        Assert.Equal(default, result);
        Assert.True(result.IsNotProvided);
        Assert.False(result.IsMatch);
        Assert.Equal(string.Empty, result.Code);
        Assert.Equal("(none)", result.ToString());
        Assert.Equal(default, CvvStatus.NotProvided);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" MM ", "MM")]
    [InlineData("match", "match")]
    [InlineData("123", "?")]
    [InlineData("1234", "?")]
    [InlineData("Ｍ", "Ｍ")]
    [InlineData("ı", "ı")]
    public void An_unknown_result_is_unmapped_and_keeps_its_text(string code, string expected)
    {
        var result = CvvResult.FromProvider(code, CardBrand.AmericanExpress);

        Assert.Equal(CvvStatus.Unmapped, result.Status);
        Assert.True(result.IsUnmapped);
        Assert.Equal(expected, result.Code);
    }

    [Fact]
    public void Of_all_letters_only_the_explicit_ones_match()
    {
        CardBrand[] brands =
        [
            default,
            CardBrand.Visa,
            CardBrand.Mastercard,
            CardBrand.AmericanExpress,
            CardBrand.Discover,
        ];

        var matching =
            from brand in brands
            from character in Enumerable.Range(0, 256)
            let code = ((char)character).ToString()
            where CvvResult.FromProvider(code, brand).IsMatch
            select $"{brand}:{code}";

        Assert.Equal([":M", ":m", "Visa:M", "Visa:m", "Mastercard:M", "Mastercard:m"], matching.Take(6));
        Assert.Equal(
            [
                "American Express:M",
                "American Express:Y",
                "American Express:m",
                "American Express:y",
                "Discover:M",
                "Discover:m",
            ],
            matching.Skip(6)
        );
    }

    [Fact]
    public void Reading_never_throws() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                ArbMap.Default.ArbFor<string?>(),
                (code, brand) =>
                {
                    var result = CvvResult.FromProvider(code, CardBrand.FromProvider(brand));
                    return result.IsNotProvided == string.IsNullOrWhiteSpace(code);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Equality_counts_letter_and_meaning()
    {
        var match = CvvResult.FromProvider("M", CardBrand.Visa);

        Assert.True(match == CvvResult.FromProvider("m", default));
        Assert.Equal(match.GetHashCode(), CvvResult.FromProvider("m", default).GetHashCode());
        Assert.True(match != CvvResult.FromProvider("N", CardBrand.Visa));
        Assert.True(
            CvvResult.FromProvider("Y", CardBrand.AmericanExpress) != CvvResult.FromProvider("Y", CardBrand.Mastercard)
        );
        Assert.True(match.Equals((object)match));
        Assert.False(match.Equals("M"));
    }

    [Fact]
    public void A_result_can_be_made_of_a_word()
    {
        var match = CvvResult.FromStatus(CvvStatus.Match);

        Assert.Equal((CvvStatus.Match, "", true), (match.Status, match.Code, match.IsMatch));
        Assert.Equal("(Match)", match.ToString());
        Assert.NotEqual(CvvResult.FromProvider("M", CardBrand.Visa), match);
        Assert.Equal(CvvResult.NotProvided, CvvResult.FromStatus(CvvStatus.NotProvided));
        Assert.Throws<ArgumentOutOfRangeException>(() => CvvResult.FromStatus((CvvStatus)99));
        Assert.All(
            Enum.GetValues<CvvStatus>().Select(CvvResult.FromStatus),
            result => Assert.Equal(result, JsonSerializer.Deserialize<CvvResult>(JsonSerializer.Serialize(result)))
        );
    }
}
