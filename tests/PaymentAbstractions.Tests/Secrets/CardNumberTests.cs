using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public sealed class CardNumberTests
{
    private static readonly Arbitrary<string> AnyCardNumber = (
        from length in Gen.Choose(11, 18)
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), length)
        select string.Concat(digits) + CheckDigit(digits)
    ).ToArbitrary();

    // The test numbers that the card schemes publish.
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("5555555555554444")]
    [InlineData("378282246310005")]
    [InlineData("6011111111111117")]
    [InlineData("30569309025904")]
    [InlineData("4222222222222")]
    public void A_number_with_a_right_check_digit_is_taken(string digits)
    {
        var number = new CardNumber(digits);

        Assert.Equal(digits, number.Reveal());
        Assert.Equal(digits[^4..], number.LastFourDigits);
    }

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111-1111-1111-1111")]
    public void Spaces_and_hyphens_are_removed(string text)
    {
        Assert.Equal(new CardNumber("4111111111111111"), new CardNumber(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("----")]
    [InlineData("41111111111")]
    [InlineData("00000000000")]
    [InlineData("00000000000000000000")]
    [InlineData("4111111111111111\n")]
    [InlineData("４１１１１１１１１１１１１１１１")]
    [InlineData("4111.1111.1111.1111")]
    public void A_number_without_12_to_19_digits_is_refused(string? text)
    {
        Assert.Throws<PaymentRequestException>(() => new CardNumber(text!));
    }

    [Fact]
    public void Every_number_with_its_check_digit_is_taken_and_with_another_refused() =>
        Prop.ForAll(
                AnyCardNumber,
                digits =>
                    new CardNumber(digits).Reveal() == digits
                    && Enumerable
                        .Range(1, 9)
                        .All(shift => IsRefused(digits[..^1] + (char)('0' + ((digits[^1] - '0' + shift) % 10))))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_mistyped_digit_anywhere_is_noticed() =>
        Prop.ForAll(
                AnyCardNumber,
                Gen.Choose(0, 10).ToArbitrary(),
                Gen.Choose(1, 9).ToArbitrary(),
                (digits, index, shift) =>
                {
                    var wrong = digits.ToCharArray();
                    wrong[index] = (char)('0' + ((wrong[index] - '0' + shift) % 10));
                    return IsRefused(new string(wrong));
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool IsRefused(string digits)
    {
        try
        {
            _ = new CardNumber(digits);
            return false;
        }
        catch (PaymentRequestException)
        {
            return true;
        }
    }

    // Implements ISO/IEC 7812-1, annex B: from the right, double the first digit, and then every second one.
    private static int CheckDigit(int[] digits)
    {
        var doubled = new[] { 0, 2, 4, 6, 8, 1, 3, 5, 7, 9 };
        var sum = digits.Reverse().Select((digit, i) => i % 2 == 0 ? doubled[digit] : digit).Sum();
        return (10 - (sum % 10)) % 10;
    }
}
