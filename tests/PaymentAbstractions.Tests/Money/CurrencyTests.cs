using System.Globalization;

namespace PaymentAbstractions.Tests;

public class CurrencyTests
{
    [Fact]
    public void The_currencies_are_those_of_the_published_list()
    {
        var published = ReferenceTable
            .Read("iso4217", cells: 5)
            .OrderBy(row => row[0], StringComparer.Ordinal)
            .ToList();

        var actual = Currency.All.Select(currency =>
            (string[])
                [
                    currency.Code,
                    currency.NumericCode,
                    currency.Exponent < 0 ? "N.A." : currency.Exponent.ToString(CultureInfo.InvariantCulture),
                    currency.IsChargeable ? "yes" : "no",
                    currency.Name,
                ]
        );

        Assert.Equal(180, published.Count);
        Assert.Equal(published.Select(row => string.Join(' ', row)), actual.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Every_code_parses_to_its_own_row_in_any_case()
    {
        Assert.All(
            Currency.All,
            currency =>
            {
                Assert.Equal(currency, Currency.Parse(currency.Code));
                Assert.Equal(currency, Currency.Parse(currency.Code.ToLowerInvariant()));
                Assert.Equal(currency.Code, currency.ToString());
                Assert.False(string.IsNullOrWhiteSpace(currency.Name));
                Assert.Equal(currency.GetHashCode(), Currency.Parse(currency.Code).GetHashCode());
            }
        );
    }

    [Fact]
    public void Of_all_combinations_of_three_letters_only_the_table_parses()
    {
        var known = 0;
        for (var first = 'A'; first <= 'Z'; first++)
        {
            for (var second = 'A'; second <= 'Z'; second++)
            {
                for (var third = 'A'; third <= 'Z'; third++)
                {
                    var code = new string([first, second, third]);
                    if (Currency.TryParse(code, out var currency))
                    {
                        Assert.Equal(code, currency.Code);
                        known++;
                    }
                }
            }
        }

        Assert.Equal(Currency.All.Count, known);
    }

    [Theory]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("USDX")]
    [InlineData(" USD")]
    [InlineData("U5D")]
    [InlineData("840")]
    [InlineData("ZZZ")]
    [InlineData("@@@")]
    [InlineData("[[[")]
    [InlineData("ＵＳＤ")]
    [InlineData("ınr")]
    [InlineData("İNR")]
    public void A_text_that_is_not_a_code_is_refused(string text)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => Currency.Parse(text));

        Assert.Equal("Currency", Assert.Single(exception.Problems).Field);
        Assert.False(Currency.TryParse(text, out var currency));
        Assert.Equal(default, currency);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Currency.Parse(null!));
        Assert.False(Currency.TryParse(null, out _));
    }

    [Fact]
    public void The_message_of_a_refusal_does_not_repeat_the_text()
    {
        var exception = Assert.Throws<PaymentRequestException>(() => Currency.Parse("4111111111111111"));

        Assert.DoesNotContain("4111", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CultureScope.Names), MemberType = typeof(CultureScope))]
    public void Parsing_ignores_the_culture(string culture)
    {
        using var scope = CultureScope.Enter(culture);

        Assert.Equal("INR", Currency.Parse("inr").Code);
        Assert.Equal("ISK", Currency.Parse("Isk").Code);
    }

    [Theory]
    [InlineData("ANG", "XCG", "2025-03-31")]
    [InlineData("BGN", "EUR", "2026-01-01")]
    public void A_replaced_currency_parses_and_names_what_came_in_its_place(string code, string by, string on)
    {
        var currency = Currency.Parse(code);

        Assert.False(currency.IsChargeable);
        Assert.Equal(2, currency.Exponent);
        Assert.Equal(Currency.Parse(by), currency.ReplacedBy);
        Assert.Equal(DateOnly.Parse(on, CultureInfo.InvariantCulture), currency.ReplacedOn);
    }

    [Fact]
    public void A_replaced_currency_is_not_chargeable_and_its_replacement_is()
    {
        var replaced = Currency.All.Where(currency => currency.ReplacedBy is not null).ToList();

        Assert.Equal(["ANG", "BGN"], replaced.Select(currency => currency.Code));
        Assert.All(replaced, currency => Assert.True(currency.ReplacedBy!.Value.IsChargeable));
        Assert.All(Currency.All, one => Assert.Equal(one.ReplacedBy is null, one.ReplacedOn is null));
    }

    [Fact]
    public void The_named_currencies_are_those_of_the_table()
    {
        var named = typeof(Currency)
            .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Currency))
            .ToList();

        Assert.Equal(25, named.Count);
        Assert.All(
            named,
            property =>
            {
                var currency = Assert.IsType<Currency>(property.GetValue(null));
                Assert.Equal(property.Name.ToUpperInvariant(), currency.Code);
                Assert.True(currency.IsChargeable);
            }
        );
    }

    [Fact]
    public void Names_carry_their_own_letters()
    {
        Assert.Equal("US Dollar", Currency.Usd.Name);
        Assert.Equal("Pa’anga", Currency.Parse("TOP").Name);
        Assert.Equal("Bolívar Soberano", Currency.Parse("VES").Name);
        Assert.Equal("Caribbean Guilder", Currency.Parse("XCG").Name);
    }

    [Fact]
    public void The_default_value_is_unusable()
    {
        Currency none = default;

        Assert.False(none.IsSpecified);
        Assert.Equal("(none)", none.ToString());
        Assert.Equal(0, none.GetHashCode());
        Assert.Throws<InvalidOperationException>(() => none.Code);
        Assert.Throws<InvalidOperationException>(() => none.NumericCode);
        Assert.Throws<InvalidOperationException>(() => none.Exponent);
        Assert.Throws<InvalidOperationException>(() => none.IsChargeable);
        Assert.Throws<InvalidOperationException>(() => none.Name);
        Assert.Throws<InvalidOperationException>(() => none.ReplacedBy);
        Assert.Throws<InvalidOperationException>(() => none.ReplacedOn);
    }

    [Fact]
    public void Equality_is_that_of_the_code()
    {
        Currency none = default;

        Assert.True(Currency.Usd == Currency.Parse("usd"));
        Assert.True(Currency.Usd != Currency.Eur);
        Assert.False(Currency.Usd.Equals(none));
        Assert.False(none.Equals(Currency.Usd));
        Assert.True(Currency.Usd.Equals((object)Currency.Usd));
        Assert.False(Currency.Usd.Equals("USD"));
    }
}
