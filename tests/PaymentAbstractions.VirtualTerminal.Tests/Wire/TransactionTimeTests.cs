using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class TransactionTimeTests
{
    [Theory]
    [InlineData("/Date(1334766980057)/", "2012-04-18T16:36:20.0570000+00:00")]
    [InlineData("/Date(1334766980057-0500)/", "2012-04-18T16:36:20.0570000+00:00")]
    [InlineData("/Date(-1)/", "1969-12-31T23:59:59.9990000+00:00")]
    [InlineData("2012-04-18T16:36:20Z", "2012-04-18T16:36:20.0000000+00:00")]
    [InlineData("2012-04-18T16:36:20", "2012-04-18T16:36:20.0000000+00:00")]
    [InlineData("2012-04-18T16:36:20-05:00", "2012-04-18T21:36:20.0000000+00:00")]
    public void Both_forms_are_read(string text, string expected) =>
        Assert.Equal(expected, ProviderTime.Read(text)?.ToString("o", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("04/18/2012")]
    [InlineData("/Date()/")]
    [InlineData("/Date(9999999999999999999)/")]
    [InlineData("/Date(253402300800000)/")]
    [InlineData("/Date(1)/x")]
    [InlineData("2012-13-45T00:00:00Z")]
    public void Anything_else_is_no_time(string? text) => Assert.Null(ProviderTime.Read(text));

    [Fact]
    public void No_text_throws() =>
        Prop.ForAll<string>(text =>
            {
                _ = ProviderTime.Read(text);
                _ = ProviderTime.Read($"/Date({text})/");
                return true;
            })
            .QuickCheckThrowOnFailure();
}
