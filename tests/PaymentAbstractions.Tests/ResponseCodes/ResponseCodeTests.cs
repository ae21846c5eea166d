using System.Globalization;

namespace PaymentAbstractions.Tests;

public class ResponseCodeTests
{
    [Fact]
    public void The_codes_are_those_of_the_reference()
    {
        var published = ReferenceTable.Read("response-codes", cells: 4);

        var actual = ResponseCode.All.Select(code =>
            (string[])
                [
                    code.Value,
                    ((int)RetryCategoryTable.Default[code]).ToString(CultureInfo.InvariantCulture),
                    code.Category.ToString(),
                ]
        );

        Assert.Equal(112, published.Count);
        Assert.Equal(
            published.Select(row => $"{row[0]} {row[1]} {row[3]}"),
            actual.Select(row => string.Join(' ', row))
        );
    }

    [Fact]
    public void The_advice_follows_from_the_class_of_a_code() =>
        Assert.All(
            ReferenceTable.Read("response-codes", cells: 4),
            row =>
            {
                var code = ResponseCode.Parse(row[0]);
                ResponseAdvice[] allowed = row[2] switch
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
                Assert.Equal(row[2] == "A", code.IsApproval || code.IsPartialApproval);
                Assert.Equal(
                    code.Category == ResponseCategory.AuthenticationRequired,
                    code.Advice == ResponseAdvice.AuthenticateCustomer
                );
                Assert.False(string.IsNullOrWhiteSpace(code.Meaning));
                Assert.False(code.IsUnmapped);
            }
        );

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

    [Fact]
    public void Mastercard_reads_some_codes_its_own_way()
    {
        var differing = ResponseCode
            .All.Where(code => code.ForBrand(CardBrand.Mastercard).Meaning != code.Meaning)
            .ToList();

        Assert.Equal(["04", "14", "70", "78", "79", "82", "83"], differing.Select(code => code.Value));
        Assert.All(
            differing,
            code =>
            {
                Assert.Equal(code.ForBrand(CardBrand.Mastercard).Meaning, code.ForBrand(CardBrand.Maestro).Meaning);
                Assert.Equal(code.Meaning, code.ForBrand(CardBrand.Visa).Meaning);
                Assert.Equal(code.Meaning, code.ForBrand(CardBrand.FromProvider("Zebra")).Meaning);
                Assert.Equal(code.Meaning, code.ForBrand(default).Meaning);
                Assert.Equal(code.Meaning, code.ForBrand(CardBrand.Mastercard).ForBrand(CardBrand.Visa).Meaning);
            }
        );
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
