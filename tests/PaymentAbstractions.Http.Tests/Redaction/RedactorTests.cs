using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Http.Tests.Redaction;

public sealed class RedactorTests
{
    private const string CardNumber = "4111111111111111";

    [Theory]
    [InlineData("""{"pan":"4111","amount":"12.50"}""", """{"pan":"***","amount":"12.50"}""")]
    [InlineData("""{"CVV" : "987"}""", """{"CVV" : "***"}""")]
    [InlineData("""{"cvv":987,"id":"tx_1"}""", """{"cvv":"***","id":"tx_1"}""")]
    [InlineData("""{"cvv":null,"id":"tx_1"}""", """{"cvv":null,"id":"tx_1"}""")]
    [InlineData("""{"cvv":""}""", """{"cvv":"***"}""")]
    [InlineData("""{"security_code":"987"}""", """{"security_code":"***"}""")]
    [InlineData("""{"billing-cvv":"987"}""", """{"billing-cvv":"***"}""")]
    [InlineData("""{"password":"a\"b\\","id":1}""", """{"password":"***","id":1}""")]
    [InlineData("""{"password":"unterminated""", """{"password":"***""")]
    [InlineData("""{"token":{"id":"a}","x":["]"]},"id":1}""", """{"token":"***","id":1}""")]
    [InlineData("""{"encryptedCvv":["987","654"],"id":1}""", """{"encryptedCvv":"***","id":1}""")]
    [InlineData("""{"card":{"number":"4111","bin":"411111"}}""", """{"card":{"number":"***","bin":"411111"}}""")]
    [InlineData("""{"echo":"{\"cvv\":\"987\",\"id\":1}"}""", """{"echo":"{\"cvv\":\"***\",\"id\":1}"}""")]
    [InlineData("""{"accountNumberType":"checking"}""", """{"accountNumberType":"checking"}""")]
    [InlineData("cvv=987&amount=12.50", "cvv=***&amount=12.50")]
    [InlineData("card[number]=4111&card.cvv=987&id=1", "card[number]=***&card.cvv=***&id=1")]
    [InlineData("card%5Bnumber%5D=4111&id=1", "card%5Bnumber%5D=***&id=1")]
    [InlineData("body=%7B%22cvv%22%3A%22987%22%7D&id=1", "body=%7B%22cvv%22%3A***&id=1")]
    [InlineData("GET /x?apiKey=abc&id=1 HTTP/1.1", "GET /x?apiKey=***&id=1 HTTP/1.1")]
    [InlineData("Authorization: Bearer abc\r\nX-Id: 1", "Authorization: ***\r\nX-Id: 1")]
    [InlineData("REB-APIKEY: abc", "REB-APIKEY: ***")]
    [InlineData("<cvv>987</cvv><id>1</id>", "<cvv>***</cvv><id>1</id>")]
    [InlineData("<a:cvv>987</a:cvv>", "<a:cvv>***</a:cvv>")]
    [InlineData("<card cvv=\"987\" id=\"1\"/>", "<card cvv=\"***\" id=\"1\"/>")]
    [InlineData("<pan type=\"x\">41</pan>", "<pan type=\"x\">***</pan>")]
    [InlineData("The token expired.", "The token expired.")]
    [InlineData("", "")]
    public void Values_of_secret_names_are_masked(string text, string expected)
    {
        Assert.Equal(expected, Redactor.Redact(text));
        Assert.Equal(expected, Redactor.Redact(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("charged 4111111111111111 twice", "charged *** twice")]
    [InlineData("charged 4111 1111 1111 1111.", "charged ***.")]
    [InlineData("charged 4111-1111-1111-1111-", "charged ***-")]
    [InlineData("charged 4111+1111+1111+1111", "charged ***")]
    [InlineData("charged 4111%201111%201111%201111", "charged ***")]
    [InlineData("order 13 4111 1111 1111 1111 980", "order 13 *** 980")]
    [InlineData("amex 3782 822463 10005", "amex ***")]
    [InlineData("tx4111111111111111x", "tx***x")]
    [InlineData("x=%224111111111111111%22", "x=%22***%22")]
    [InlineData("5%4111111111111111", "5%***")]
    [InlineData("４１１１１１１１１１１１１１１１", "***")]
    [InlineData("851 709 970 730 732 917 225", "851 709 970 730 732 917 225")]
    [InlineData("4111111111111112", "4111111111111112")]
    [InlineData("2026-11-20T16:58:29.1234567Z", "2026-11-20T16:58:29.1234567Z")]
    [InlineData("track 41111111111111112512101123", "track ***")]
    public void Card_numbers_are_masked_by_value(string text, string expected) =>
        Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [MemberData(nameof(WrittenNumbers.Numbers), MemberType = typeof(WrittenNumbers))]
    public void Card_numbers_are_masked_however_they_are_written(string number)
    {
        Assert.Equal("charged *** twice, x***", Redactor.Redact($"charged {number} twice, x{number}"));
        Assert.Equal("""{"note":"***"}""", Redactor.Redact($$"""{"note":"{{number}}"}"""));
    }

    [Theory]
    [MemberData(nameof(WrittenNumbers.Others), MemberType = typeof(WrittenNumbers))]
    public void A_text_without_a_card_number_is_shown(string text) =>
        Assert.Equal($"at {text}!", Redactor.Redact($"at {text}!"));

    [Fact]
    public void A_long_text_is_not_cut_within_a_character()
    {
        var options = new RedactionOptions { MaxLength = 20 };

        Assert.Equal("1234567890... (cut)", Redactor.Redact("1234567890\U0001F600 and so on", options));
        Assert.Equal("1234567890... (cut)", Redactor.Redact("1234567890e\u0301 and so on", options));
    }

    [Fact]
    public void Of_equally_long_secrets_the_first_one_is_masked_first() =>
        Assert.Equal(
            "***678",
            Redactor.Redact("12345678", new RedactionOptions { Secrets = ["12345", "45678", "abcdef"] })
        );

    [Theory]
    [InlineData("key sk_1 sent", "key *** sent")]
    [InlineData("a+b/c= and a%2Bb%2Fc%3D and a\\u002Bb/c=", "*** and *** and ***")]
    public void Given_secrets_are_masked_in_every_form(string text, string expected)
    {
        var options = new RedactionOptions { Secrets = ["sk_1", "a+b/c=", "", "\uD800"] };

        Assert.Equal(expected, Redactor.Redact(text, options));
    }

    [Fact]
    public void Given_names_are_masked()
    {
        var options = new RedactionOptions { Names = ["Merchant_Pin"] };

        Assert.Equal("""{"merchantPin":"***","x":1}""", Redactor.Redact("""{"merchantPin":"9","x":1}""", options));
    }

    [Fact]
    public void A_long_text_is_cut_without_showing_half_a_number()
    {
        var options = new RedactionOptions { MaxLength = 40 };

        var text = Redactor.Redact(new string('x', 30) + CardNumber + new string('y', 30), options);

        Assert.Equal(new string('x', 30) + "*... (cut)", text);
        Assert.Equal(65_536, Redactor.Redact(new string('x', 100_000)).Length);
    }

    [Fact]
    public void Bytes_that_are_not_text_do_not_throw() =>
        Prop.ForAll<byte[]>(static bytes => Redactor.Redact(bytes ?? []) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void No_card_number_survives_between_any_texts() =>
        Prop.ForAll(
                Surroundings(),
                CardNumbers(),
                static (text, number) =>
                {
                    var redacted = Redactor.Redact(text.Before + number + text.After);
                    return !redacted.Contains(number, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_security_code_survives_in_json_regardless_of_its_surroundings() =>
        Prop.ForAll(
                Surroundings(),
                static text =>
                    !Redactor
                        .Redact(
                            $$"""{"a":{{System.Text.Json.JsonSerializer.Serialize(text.Before)}},"cvv":"987z","b":1}"""
                        )
                        .Contains("987z", StringComparison.Ordinal)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Masking_a_masked_text_changes_nothing() =>
        Prop.ForAll(
                Surroundings(),
                CardNumbers(),
                static (text, number) =>
                {
                    var once = Redactor.Redact($"{text.Before}cvv={text.After}&x={number}");
                    return once == Redactor.Redact(once);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<(string Before, string After)> Surroundings()
    {
        // No digit is next to the number, because a longer run of digits is another number.
        var text = Gen.Elements(
                "a",
                "%",
                "\"",
                "\\",
                " ",
                "{",
                "[",
                "&",
                "=",
                ":",
                "<",
                ">",
                "pan",
                "id",
                "\n",
                "é",
                "-"
            )
            .ListOf()
            .Select(static parts => string.Concat(parts));
        return (from before in text from after in text select (before, after)).ToArbitrary();
    }

    private static Arbitrary<string> CardNumbers() =>
        (
            from length in Gen.Choose(12, 19)
            from digits in Gen.Choose(0, 9).ListOf(length - 1)
            select WithCheckDigit(string.Concat(digits))
        ).ToArbitrary();

    private static string WithCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 1 ? digit : ((digit * 2) / 10) + ((digit * 2) % 10);
        }

        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    [Theory]
    [InlineData("737", "***")]
    [InlineData(@"CVV \u0027737\u0027 is wrong", @"CVV \u0027***\u0027 is wrong")]
    [InlineData(@"\u00277371", @"\u00277371")]
    [InlineData(@"u0027737", @"u0027737")]
    [InlineData("the code 737.", "the code ***.")]
    [InlineData("737 737,737", "*** ***,***")]
    [InlineData("1737 7370 17370", "1737 7370 17370")]
    [InlineData("737370 or 737", "737370 or ***")]
    public void A_short_number_is_masked_only_as_a_whole(string text, string expected)
    {
        Assert.Equal(expected, Redactor.Redact(text, new RedactionOptions { Secrets = ["737"] }));
    }

    [Fact]
    public void Secrets_are_those_at_the_time_of_their_assignment()
    {
        var secrets = new List<string> { "first-secret" };
        var options = new RedactionOptions { Secrets = secrets };
        secrets.Clear();

        Assert.Equal("***", Redactor.Redact("first-secret", options));
    }
}
