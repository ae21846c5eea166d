namespace PaymentAbstractions.Tests;

public class RetryCategoryTableTests
{
    private static readonly ResponseCode InsufficientFunds = ResponseCode.Parse("51");

    [Fact]
    public void Approvals_and_the_unmapped_code_have_no_category()
    {
        var table = RetryCategoryTable.Default;

        Assert.Equal(RetryCategory.None, table[ResponseCode.Unmapped]);
        Assert.All(
            ResponseCode.All,
            code => Assert.Equal(code.IsApproval || code.IsPartialApproval, table[code] == RetryCategory.None)
        );
    }

    [Fact]
    public void The_default_allowances_are_those_of_April_2026()
    {
        var table = RetryCategoryTable.Default;
        var limited = new RetryAllowance { MaxRetries = 20, Window = TimeSpan.FromDays(30) };

        Assert.Equal("2026-04", table.Version);
        Assert.Equal(limited, table.GetAllowance(RetryCategory.CannotApproveNow));
        Assert.Equal(limited, table.GetAllowance(RetryCategory.FixData));
        Assert.Equal(limited, table.GetAllowance(RetryCategory.Generic));
        Assert.Equal(RetryAllowance.Nothing, table.GetAllowance(RetryCategory.NeverRetry));
        Assert.Equal(RetryAllowance.Nothing, table.GetAllowance(RetryCategory.None));
        Assert.Equal(RetryAllowance.Nothing, table.GetAllowance((RetryCategory)99));
        Assert.Equal((0, TimeSpan.Zero), (RetryAllowance.Nothing.MaxRetries, RetryAllowance.Nothing.Window));
    }

    [Fact]
    public void Overrides_make_a_new_version_and_leave_the_old_one_alone()
    {
        var changed = RetryCategoryTable.Default.WithOverrides(
            "house-1",
            new Dictionary<string, RetryCategory> { ["51"] = RetryCategory.NeverRetry }
        );

        Assert.Equal("house-1", changed.Version);
        Assert.Equal(RetryCategory.NeverRetry, changed[InsufficientFunds]);
        Assert.Equal(RetryCategory.CannotApproveNow, RetryCategoryTable.Default[InsufficientFunds]);
        Assert.All(
            ResponseCode.All.Where(code => code != InsufficientFunds),
            code => Assert.Equal(RetryCategoryTable.Default[code], changed[code])
        );
        Assert.Equal(20, changed.GetAllowance(RetryCategory.Generic).MaxRetries);
    }

    [Theory]
    [InlineData("45", RetryCategory.Generic)]
    [InlineData("n7", RetryCategory.Generic)]
    [InlineData("??", RetryCategory.Generic)]
    [InlineData("", RetryCategory.Generic)]
    [InlineData("00", RetryCategory.Generic)]
    [InlineData("85", RetryCategory.CannotApproveNow)]
    [InlineData("10", RetryCategory.Generic)]
    [InlineData("51", RetryCategory.None)]
    [InlineData("51", (RetryCategory)5)]
    [InlineData("51", (RetryCategory)(-1))]
    public void An_override_that_makes_no_sense_is_refused(string code, RetryCategory category)
    {
        var overrides = new Dictionary<string, RetryCategory> { [code] = category };

        var exception = Assert.Throws<ArgumentException>(() =>
            RetryCategoryTable.Default.WithOverrides("house-1", overrides)
        );

        Assert.Contains($"'{code}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_override_is_listed()
    {
        var overrides = new Dictionary<string, RetryCategory>
        {
            ["45"] = RetryCategory.Generic,
            ["00"] = RetryCategory.Generic,
            ["51"] = RetryCategory.NeverRetry,
        };

        var exception = Assert.Throws<ArgumentException>(() =>
            RetryCategoryTable.Default.WithOverrides("house-1", overrides)
        );

        Assert.Contains(
            "'00' is an approval and has no retry category; '45' is not a known response code.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("'51'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_allowance_makes_a_new_version()
    {
        var fewer = new RetryAllowance { MaxRetries = 15, Window = TimeSpan.FromDays(30) };

        var changed = RetryCategoryTable.Default.WithAllowance("2022-04", RetryCategory.Generic, fewer);

        Assert.Equal("2022-04", changed.Version);
        Assert.Equal(fewer, changed.GetAllowance(RetryCategory.Generic));
        Assert.Equal(20, changed.GetAllowance(RetryCategory.FixData).MaxRetries);
        Assert.Equal(20, RetryCategoryTable.Default.GetAllowance(RetryCategory.Generic).MaxRetries);
        Assert.Equal(RetryCategory.CannotApproveNow, changed[InsufficientFunds]);
    }

    [Fact]
    public void Missing_and_senseless_arguments_are_refused()
    {
        var table = RetryCategoryTable.Default;
        var negative = new RetryAllowance { MaxRetries = -1, Window = TimeSpan.Zero };
        var backwards = new RetryAllowance { MaxRetries = 1, Window = TimeSpan.FromDays(-1) };

        Assert.Throws<ArgumentException>(() => table.WithOverrides(" ", new Dictionary<string, RetryCategory>()));
        Assert.Throws<ArgumentNullException>(() => table.WithOverrides("house-1", null!));
        Assert.Throws<ArgumentException>(() => table.WithAllowance("", RetryCategory.Generic, RetryAllowance.Nothing));
        Assert.Throws<ArgumentNullException>(() => table.WithAllowance("house-1", RetryCategory.Generic, null!));
        Assert.Throws<ArgumentException>(() =>
            table.WithAllowance("house-1", RetryCategory.None, RetryAllowance.Nothing)
        );
        Assert.Throws<ArgumentException>(() => table.WithAllowance("house-1", RetryCategory.Generic, negative));
        Assert.Throws<ArgumentException>(() => table.WithAllowance("house-1", RetryCategory.Generic, backwards));
    }
}
