using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public class ProviderWordTests
{
    // The meaning of each number in Adyen's own text, for street, postal code and name: Y, N, v (not verified), - (not stated).
    [Theory]
    [InlineData("0 Unknown", "v v -")]
    [InlineData("1 Address matches, but the postal code doesn't match", "Y N -")]
    [InlineData("2 Neither postal code nor address match", "N N -")]
    [InlineData("3 AVS unavailable", "v v -")]
    [InlineData("4 AVS not supported for this card type", "v v -")]
    [InlineData("5 No AVS data provided", "- - -")]
    [InlineData("6 Postal code matches, but the address does not match", "N Y -")]
    [InlineData("7 Both postal code and address match", "Y Y -")]
    [InlineData("8 Address not checked, postal code unknown", "v v -")]
    [InlineData("9 Address matches, but the postal code is unknown", "Y v -")]
    [InlineData("10 Address doesn't match, postal code unknown", "N v -")]
    [InlineData("11 Postal code not checked, address unknown", "v v -")]
    [InlineData("12 Address matches, but the postal code not checked", "Y v -")]
    [InlineData("13 Address doesn't match, postal code not checked", "N v -")]
    [InlineData("14 Postal code matches, address unknown", "v Y -")]
    [InlineData("15 Postal code matches, address not checked", "v Y -")]
    [InlineData("16 Postal code doesn't match, address unknown", "v N -")]
    [InlineData("17 Postal code doesn't match, address not checked", "v N -")]
    [InlineData("18 Neither postal code nor address were checked", "v v -")]
    [InlineData("19 Name and postal code matches", "v Y Y")]
    [InlineData("20 Name, address and postal code matches", "Y Y Y")]
    [InlineData("21 Name and address matches", "Y v Y")]
    [InlineData("22 Name matches", "v v Y")]
    [InlineData("23 Postal code matches, name doesn't match", "v Y N")]
    [InlineData("24 Both postal code and address matches, name doesn't match", "Y Y N")]
    [InlineData("25 Address matches, name doesn't match", "Y v N")]
    [InlineData("26 Neither postal code, address nor name matches", "N N N")]
    public void The_address_check_of_Adyen_is_read_by_its_number(string text, string expected)
    {
        var number = text[..text.IndexOf(' ', StringComparison.Ordinal)];

        Assert.Equal(expected, Signs(AvsResult.FromAdyen(text)));
        Assert.Equal(AvsResult.FromAdyen(text), AvsResult.FromAdyen(number));
        Assert.Equal(("", false), (AvsResult.FromAdyen(number).Code, AvsResult.FromAdyen(number).IsUnmapped));
    }

    [Theory]
    [InlineData("27")]
    [InlineData("77")]
    [InlineData("777")]
    [InlineData("-1")]
    [InlineData("seven")]
    [InlineData("７")]
    public void Another_number_than_those_of_Adyen_matches_nothing(string text)
    {
        var result = AvsResult.FromAdyen($" {text} ");

        Assert.True(result.IsUnmapped);
        Assert.Equal(text, result.Code);
        Assert.Equal("v v -", Signs(result));
        Assert.Equal(CvvStatus.Unmapped, CvvResult.FromAdyen(text).Status);
    }

    [Theory]
    [InlineData("pass", "fail", "Y N -")]
    [InlineData("fail", "pass", "N Y -")]
    [InlineData("unavailable", "unchecked", "v v -")]
    [InlineData(null, "pass", "- Y -")]
    [InlineData("PASS", " ", "Y - -")]
    [InlineData("passed", "pass", "v Y -")]
    [InlineData(null, null, "- - -")]
    public void The_address_check_of_Stripe_is_read_by_its_words(string? line1, string? postalCode, string expected) =>
        Assert.Equal(expected, Signs(AvsResult.FromStripe(line1, postalCode)));

    [Theory]
    [InlineData("M", "M", null, "Y Y -")]
    [InlineData("N", "M", "", "N Y -")]
    [InlineData("U", "B", null, "v v -")]
    [InlineData("I", "A", null, "- - -")]
    [InlineData("m", "I", null, "Y - -")]
    [InlineData("Z", "n", null, "v N -")]
    [InlineData("M", "M", "E", "v v -")]
    [InlineData(null, null, "S", "v v -")]
    [InlineData(null, null, null, "- - -")]
    public void The_address_check_of_Braintree_is_read_by_its_letters(
        string? street,
        string? postalCode,
        string? error,
        string expected
    ) => Assert.Equal(expected, Signs(AvsResult.FromBraintree(street, postalCode, error)));

    [Theory]
    [InlineData("0", CvvStatus.NotProcessed)]
    [InlineData("1 Matches", CvvStatus.Match)]
    [InlineData("2 Doesn't match", CvvStatus.NoMatch)]
    [InlineData("3 Not checked", CvvStatus.NotProcessed)]
    [InlineData("4 No CVC/CVV provided, but was required", CvvStatus.ShouldBePresent)]
    [InlineData("5 Issuer not certified for CVC/CVV", CvvStatus.IssuerNotParticipating)]
    [InlineData("6 No CVC/CVV provided", CvvStatus.NotProvided)]
    [InlineData("7", CvvStatus.Unmapped)]
    [InlineData(null, CvvStatus.NotProvided)]
    public void The_code_check_of_Adyen_is_read_by_its_number(string? text, CvvStatus expected) =>
        Assert.Equal(expected, CvvResult.FromAdyen(text).Status);

    [Theory]
    [InlineData("pass", CvvStatus.Match)]
    [InlineData(" FAIL ", CvvStatus.NoMatch)]
    [InlineData("unavailable", CvvStatus.IssuerNotParticipating)]
    [InlineData("unchecked", CvvStatus.NotProcessed)]
    [InlineData("ok", CvvStatus.Unmapped)]
    [InlineData("", CvvStatus.NotProvided)]
    [InlineData(null, CvvStatus.NotProvided)]
    public void The_code_check_of_Stripe_is_read_by_its_word(string? word, CvvStatus expected) =>
        Assert.Equal(expected, CvvResult.FromStripe(word).Status);

    [Theory]
    [InlineData("M", CvvStatus.Match)]
    [InlineData("n", CvvStatus.NoMatch)]
    [InlineData("U", CvvStatus.IssuerNotParticipating)]
    [InlineData("S", CvvStatus.IssuerNotParticipating)]
    [InlineData("I", CvvStatus.NotProvided)]
    [InlineData("A", CvvStatus.NotProvided)]
    [InlineData("B", CvvStatus.NotProcessed)]
    [InlineData("Y", CvvStatus.Unmapped)]
    [InlineData(null, CvvStatus.NotProvided)]
    public void The_code_check_of_Braintree_is_read_by_its_letter(string? letter, CvvStatus expected) =>
        Assert.Equal(expected, CvvResult.FromBraintree(letter).Status);

    [Theory]
    [InlineData("123")]
    [InlineData("1234")]
    public void A_security_code_in_the_place_of_its_result_is_not_kept(string code)
    {
        CvvResult[] results = [CvvResult.FromAdyen(code), CvvResult.FromStripe(code), CvvResult.FromBraintree(code)];

        Assert.All(results, result => Assert.Equal(("?", CvvStatus.Unmapped), (result.Code, result.Status)));
    }

    [Fact]
    public void Only_the_word_for_a_match_is_ever_a_match_and_nothing_throws() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                ArbMap.Default.ArbFor<string?>(),
                (one, other) =>
                {
                    var word = one?.Trim() ?? "";
                    return (AvsResult.FromStripe(one, other).Street != VerificationMatch.Match || IsWord(word, "pass"))
                        && (AvsResult.FromBraintree(one, other).Street != VerificationMatch.Match || IsWord(word, "m"))
                        && (!CvvResult.FromStripe(one).IsMatch || IsWord(word, "pass"))
                        && (!CvvResult.FromBraintree(one).IsMatch || IsWord(word, "m"))
                        && (!CvvResult.FromAdyen(one).IsMatch || word[0] is '0' or '1')
                        && AvsResult.FromAdyen(one) == AvsResult.FromAdyen(one);
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool IsWord(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string Signs(AvsResult result) =>
        string.Join(
            ' ',
            new[] { result.Street, result.PostalCode, result.Name }.Select(match =>
                match switch
                {
                    VerificationMatch.Match => "Y",
                    VerificationMatch.NoMatch => "N",
                    VerificationMatch.NotVerified => "v",
                    _ => "-",
                }
            )
        );
}
