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
                    ((int)code.ForBrand(CardBrand.Visa).RetryCategory).ToString(CultureInfo.InvariantCulture),
                    code.ForBrand(CardBrand.Visa).Category.ToString(),
                ]
        );

        Assert.Equal(115, published.Count);
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
                var code = ResponseCode.Parse(row[0]).ForBrand(CardBrand.Visa);
                ResponseAdvice[] allowed = row[2] switch
                {
                    "A" => [ResponseAdvice.None],
                    "S" => [ResponseAdvice.RetryLater, ResponseAdvice.CallIssuer, ResponseAdvice.UseAnotherMethod],
                    "D" => [ResponseAdvice.FixData, ResponseAdvice.AuthenticateCustomer],
                    "H" => [ResponseAdvice.DoNotRetry, ResponseAdvice.UseAnotherMethod],
                    "T" => [ResponseAdvice.RetryLater],
                    "C" => [ResponseAdvice.FixConfiguration],
                    "Q" => [ResponseAdvice.LookUp],
                    _ => [],
                };

                Assert.Contains(code.Advice, allowed);
                Assert.Equal(row[2] == "A" && row[0] != "85", code.IsApproval || code.IsPartialApproval);
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
        var known = ResponseCodeTable
            .Default.Rows.Where(row => row.Code.Length == 2)
            .Select(row => row.Code)
            .ToHashSet(StringComparer.Ordinal);
        List<string> approved = [];
        List<string> partiallyApproved = [];
        var mapped = 0;

        foreach (var text in Characters.SelectMany(first => Characters, (first, second) => $"{first}{second}"))
        {
            var code = ResponseCode.FromProvider(text);
            Assert.Equal(known.Contains(text) ? text : "??", code.Value);
            Assert.Equal(code, ResponseCode.FromProvider(text.ToLowerInvariant()));
            Assert.Equal(known.Contains(text), ResponseCode.TryParse(text, out _));
            mapped += known.Contains(text) ? 1 : 0;
            if (code.IsApproval)
            {
                approved.Add(text);
            }

            if (code.IsPartialApproval)
            {
                partiallyApproved.Add(text);
            }
        }

        Assert.Equal(119, mapped);
        Assert.Equal(["00", "08", "11", "16", "Y1", "Y3"], approved);
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
    [InlineData("0000")]
    [InlineData("300")]
    [InlineData("999")]
    [InlineData("1a1")]
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
    public void Strict_parsing_refuses_what_mapping_would_correct(string text)
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
        _ = Read(inputs);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var approvals = 0;
        for (var round = 0; round < 1_000; round++)
        {
            approvals += Read(inputs);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1_000, approvals);
        Assert.Equal(0, allocated);
    }

    private static int Read(string?[] inputs)
    {
        var approvals = 0;
        foreach (var input in inputs)
        {
            var code = ResponseCode.FromProvider(input).ForBrand(CardBrand.Mastercard);
            approvals += code.IsApproval && code.Meaning.Length > 0 && code.Advice == ResponseAdvice.None ? 1 : 0;
            _ = code.Retries.MaxRetries;
        }

        return approvals;
    }
}
