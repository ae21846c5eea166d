using System.Globalization;

namespace PaymentAbstractions.Tests;

public sealed class CardNumberScannerTests
{
    [Theory]
    [MemberData(nameof(WrittenNumbers.Numbers), MemberType = typeof(WrittenNumbers))]
    public void A_number_is_found_whole_however_it_is_written(string number)
    {
        var text = $"card x{number}, \"{number}\" or {number}.";

        var masked = CardNumberScanner.Mask(text);

        var last = CardNumberScanner.Mask(number);
        Assert.Equal($"card x{last}, \"{last}\" or {last}.", masked);
        Assert.EndsWith(WrittenNumbers.LastFour, last, StringComparison.Ordinal);
        Assert.Equal(4, last.Count(char.IsDigit) - Separators(number).Count(char.IsDigit));
    }

    [Theory]
    [MemberData(nameof(WrittenNumbers.Others), MemberType = typeof(WrittenNumbers))]
    public void A_text_without_a_card_number_stays(string text) =>
        Assert.Equal($"at {text}!", CardNumberScanner.Mask($"at {text}!"));

    [Theory]
    [InlineData("card 4111 1111 1111 1111 was refused", "card **** **** **** 1111 was refused")]
    [InlineData("PAN=4111111111111111;5500-0000-0000-0004", "PAN=************1111;****-****-****-0004")]
    [InlineData("378282246310005 is wrong", "***********0005 is wrong")]
    [InlineData("order 13 4111 1111 1111 1111 980", "order 13 **** **** **** 1111 980")]
    [InlineData("x=%224111111111111111%22", "x=%22************1111%22")]
    [InlineData("5%4111111111111111", "5%************1111")]
    [InlineData("%341111111111111", "%***********1111")]
    [InlineData(@"4111\u002d1111\u002d1111\u002d1111", @"****\u002d****\u002d****\u002d1111")]
    [InlineData("%34111%2D1111%2D1111%2D1111", "****%2D****%2D****%2D1111")]
    public void All_digits_but_four_are_masked_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, CardNumberScanner.Mask(text));

    [Fact]
    public void Few_ids_and_times_are_taken_for_card_numbers()
    {
        var random = new Random(7);
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset Time() => start.AddMilliseconds(random.NextInt64(100_000_000_000));
        Guid Uuid()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }

        Assert.Equal(0, Share(() => $"{Uuid()}"));
        Assert.Equal(0, Share(() => Time().ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(0, Share(() => Time().ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)));
        Assert.Equal(0, Share(() => Time().ToString("R", CultureInfo.InvariantCulture)));
        Assert.InRange(Share(() => $"{Uuid():N}"), 0, 0.01);
        // By chance alone, every tenth number has a valid check digit.
        Assert.InRange(Share(() => $"{Time().ToUnixTimeMilliseconds()}"), 0, 0.12);
        Assert.InRange(Share(() => $"{Time().Ticks}"), 0, 0.2);
        Assert.InRange(Share(() => $"{random.NextInt64(100_000_000_000_000, 999_999_999_999_999)}"), 0, 0.12);
    }

    private static double Share(Func<string> make)
    {
        const int runs = 2000;
        return Enumerable.Range(0, runs).Count(_ => make() is var text && CardNumberScanner.Mask(text) != text)
            / (double)runs;
    }

    // The number without its digits; of escape sequences, the digits that belong to the separators are kept.
    private static string Separators(string number)
    {
        var separators = "";
        for (var at = 0; at < number.Length; )
        {
            var character = WrittenCharacter.At(number, at);
            separators += character.Digit < 0 ? number.Substring(at, character.Width) : "";
            at += character.Width;
        }

        return separators;
    }
}
