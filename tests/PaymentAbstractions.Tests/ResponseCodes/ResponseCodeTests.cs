using System.Globalization;

namespace PaymentAbstractions.Tests;

public partial class ResponseCodeTests
{
    [Theory]
    [MemberData(nameof(Table))]
    public void Every_row_has_its_category_advice_and_retry_category(string row)
    {
        var cells = row.Split(' ');

        var code = ResponseCode.Parse(cells[0]);

        Assert.Equal(cells[0], code.Value);
        Assert.Equal(cells[2], code.Category.ToString());
        Assert.Equal(cells[3], code.Advice.ToString());
        Assert.Equal(int.Parse(cells[4], CultureInfo.InvariantCulture), (int)RetryCategoryTable.Default[code]);
        Assert.False(string.IsNullOrWhiteSpace(code.Meaning));
        Assert.False(code.IsUnmapped);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_advice_of_every_row_follows_the_rule_of_its_class(string row)
    {
        var cells = row.Split(' ');
        var code = ResponseCode.Parse(cells[0]);

        ResponseAdvice[] allowed = cells[1] switch
        {
            "A" => [ResponseAdvice.None],
            "S" => [ResponseAdvice.RetryLater, ResponseAdvice.CallIssuer, ResponseAdvice.UseAnotherMethod],
            "D" => [ResponseAdvice.FixData, ResponseAdvice.AuthenticateCustomer],
            "H" => [ResponseAdvice.DoNotRetry, ResponseAdvice.UseAnotherMethod],
            "T" => code.Value is "09" or "94" ? [ResponseAdvice.DoNotRetry] : [ResponseAdvice.RetryLater],
            "C" => [ResponseAdvice.FixConfiguration],
            _ => [],
        };

        Assert.Contains(code.Advice, allowed);
        Assert.Equal(cells[1] == "A", code.IsApproval || code.IsPartialApproval);
        Assert.Equal(code.Category == ResponseCategory.CallIssuer, cells[3] == "CallIssuer" && code.Value != "78");
        Assert.Equal(
            code.Category == ResponseCategory.AuthenticationRequired,
            code.Advice == ResponseAdvice.AuthenticateCustomer
        );
    }

    [Fact]
    public void The_list_is_the_whole_table()
    {
        var expected = Table.Select(row => row.Data.Split(' ')[0]);

        var actual = ResponseCode.All.Select(code => code.Value).ToList();

        Assert.Equal(112, actual.Count);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Of_all_two_character_codes_only_the_table_maps_and_only_approvals_approve()
    {
        const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var known = ResponseCode.All.Select(code => code.Value).ToHashSet(StringComparer.Ordinal);
        List<string> approved = [];
        List<string> partiallyApproved = [];
        var mapped = 0;

        foreach (var text in Characters.SelectMany(first => Characters, (first, second) => $"{first}{second}"))
        {
            var code = ResponseCode.FromProvider(text);
            Assert.Equal(known.Contains(text), !code.IsUnmapped);
            Assert.Equal(known.Contains(text) ? text : "??", code.Value);
            Assert.Equal(code, ResponseCode.FromProvider(text.ToLowerInvariant()));
            Assert.Equal(known.Contains(text), ResponseCode.TryParse(text, out _));
            mapped += code.IsUnmapped ? 0 : 1;
            if (code.IsApproval)
            {
                approved.Add(text);
            }

            if (code.IsPartialApproval)
            {
                partiallyApproved.Add(text);
            }
        }

        Assert.Equal(112, mapped);
        Assert.Equal(["00", "08", "11", "16", "85"], approved);
        Assert.Equal(["10", "32"], partiallyApproved);
    }

    [Theory]
    [InlineData("51", "51")]
    [InlineData(" 51", "51")]
    [InlineData("51  ", "51")]
    [InlineData("n7", "N7")]
    [InlineData(" 5c ", "5C")]
    public void Spaces_and_case_do_not_matter_to_what_a_provider_sends(string text, string expected)
    {
        Assert.Equal(expected, ResponseCode.FromProvider(text).Value);
        Assert.Equal(expected, ResponseCode.FromProvider(text.AsSpan()).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("0 0")]
    [InlineData("00\n")]
    [InlineData("\t00")]
    [InlineData("00\u00a0")]
    [InlineData("0.")]
    [InlineData("OO")]
    [InlineData("٠٠")]
    [InlineData("００")]
    [InlineData("approved")]
    [InlineData("1000")]
    [InlineData("?1")]
    [InlineData("??")]
    [InlineData("r\u0131")]
    [InlineData("45")]
    [InlineData("ZZ")]
    public void Everything_else_is_unmapped(string? text)
    {
        var code = ResponseCode.FromProvider(text);

        Assert.True(code.IsUnmapped);
        Assert.Equal(ResponseCode.Unmapped, code);
        Assert.False(ResponseCode.TryParse(text, out var parsed));
        Assert.Equal(ResponseCode.Unmapped, parsed);
    }

    [Fact]
    public void The_default_value_is_the_unmapped_code_and_approves_nothing()
    {
        ResponseCode none = default;

        Assert.Equal(ResponseCode.Unmapped, none);
        Assert.Equal("??", none.Value);
        Assert.Equal("??", none.ToString());
        Assert.Equal("Unmapped", none.Meaning);
        Assert.Equal(ResponseCategory.Unmapped, none.Category);
        Assert.Equal(default, none.Category);
        Assert.Equal(ResponseAdvice.None, none.Advice);
        Assert.False(none.IsApproval);
        Assert.False(none.IsPartialApproval);
        Assert.DoesNotContain(none, ResponseCode.All);
        Assert.True(none.ForBrand(CardBrand.Mastercard).IsUnmapped);
        Assert.True(none.WithSource(ResponseCodeSource.Derived).IsUnmapped);
    }

    [Theory]
    [InlineData(" 51")]
    [InlineData("n7")]
    [InlineData("")]
    [InlineData("45")]
    [InlineData("??")]
    public void Strict_parsing_refuses_what_mapping_would_mend(string text)
    {
        Assert.Throws<FormatException>(() => ResponseCode.Parse(text));
        Assert.False(ResponseCode.TryParse(text, out var code));
        Assert.True(code.IsUnmapped);
    }

    [Fact]
    public void Strict_parsing_refuses_null() => Assert.Throws<ArgumentNullException>(() => ResponseCode.Parse(null!));

    [Fact]
    public void The_source_is_kept_and_does_not_count_in_equality()
    {
        var sent = ResponseCode.FromProvider("51");
        var read = sent.WithSource(ResponseCodeSource.DerivedFromText);

        Assert.Equal(ResponseCodeSource.Provider, sent.Source);
        Assert.Equal(ResponseCodeSource.DerivedFromText, read.Source);
        Assert.Equal(ResponseCodeSource.DerivedFromText, read.ForBrand(CardBrand.Mastercard).Source);
        Assert.True(sent == read);
        Assert.Equal(sent.GetHashCode(), read.GetHashCode());
        Assert.True(sent != ResponseCode.Parse("05"));
        Assert.True(sent.Equals((object)read));
        Assert.False(sent.Equals("51"));
        Assert.Equal("51", read.ToString());
    }

    [Theory]
    [InlineData("04", "Capture card", ResponseCategory.PickUpCard, ResponseAdvice.DoNotRetry)]
    [InlineData("14", "Invalid card number", ResponseCategory.InvalidCardNumber, ResponseAdvice.UseAnotherMethod)]
    [InlineData("70", "Contact card issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer)]
    [InlineData("78", "No such account", ResponseCategory.InvalidAccount, ResponseAdvice.UseAnotherMethod)]
    [InlineData("79", "Life cycle", ResponseCategory.CardLifeCycle, ResponseAdvice.UseAnotherMethod)]
    [InlineData("82", "Policy", ResponseCategory.SchemePolicy, ResponseAdvice.UseAnotherMethod)]
    [InlineData("83", "Fraud or security", ResponseCategory.SuspectedFraud, ResponseAdvice.DoNotRetry)]
    public void Mastercard_reads_some_codes_its_own_way(
        string text,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice
    )
    {
        var main = ResponseCode.Parse(text);

        foreach (var brand in (CardBrand[])[CardBrand.Mastercard, CardBrand.Maestro])
        {
            var code = main.ForBrand(brand);
            Assert.Equal((text, meaning, category, advice), (code.Value, code.Meaning, code.Category, code.Advice));
            Assert.Equal(main.Meaning, code.ForBrand(CardBrand.Visa).Meaning);
        }

        Assert.Equal(main.Meaning, main.ForBrand(CardBrand.Visa).Meaning);
        Assert.Equal(main.Meaning, main.ForBrand(CardBrand.FromProvider("Zebra")).Meaning);
        Assert.Equal(main.Meaning, main.ForBrand(default).Meaning);
        Assert.NotEqual(main.Meaning, meaning);
    }

    [Fact]
    public void No_brand_changes_whether_a_code_approves()
    {
        Assert.All(
            ResponseCode.All,
            code =>
            {
                var read = code.ForBrand(CardBrand.Mastercard);
                Assert.Equal(code, read);
                Assert.Equal((code.IsApproval, code.IsPartialApproval), (read.IsApproval, read.IsPartialApproval));
            }
        );
        Assert.Equal(7, ResponseCode.All.Count(code => code.ForBrand(CardBrand.Mastercard).Meaning != code.Meaning));
    }

    [Theory]
    [MemberData(nameof(CultureScope.Names), MemberType = typeof(CultureScope))]
    public void No_culture_changes_the_mapping(string culture)
    {
        using var scope = CultureScope.Enter(culture);

        Assert.Equal("1A", ResponseCode.FromProvider("1a").Value);
        Assert.Equal(
            ResponseCode.All,
            ResponseCode.All.Select(code => ResponseCode.FromProvider(code.Value.ToLowerInvariant()))
        );
    }

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        string?[] inputs = ["51", " n7 ", "??", null, "approved", "00"];
        var table = RetryCategoryTable.Default;
        _ = Read(inputs, table);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var approvals = 0;
        for (var round = 0; round < 1_000; round++)
        {
            approvals += Read(inputs, table);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1_000, approvals);
        Assert.Equal(0, allocated);
    }

    private static int Read(string?[] inputs, RetryCategoryTable table)
    {
        var approvals = 0;
        foreach (var input in inputs)
        {
            var code = ResponseCode.FromProvider(input).ForBrand(CardBrand.Mastercard);
            approvals += code.IsApproval && code.Meaning.Length > 0 && table[code] == RetryCategory.None ? 1 : 0;
            _ = table.GetAllowance(table[code]).MaxRetries;
        }

        return approvals;
    }
}
