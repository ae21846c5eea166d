using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class TargetAddressTests
{
    [Theory]
    [InlineData("http://h/api", "", "http://h/api")]
    [InlineData("http://h/api/", "x", "http://h/api/x")]
    [InlineData("http://h/api", "/x?y=%20", "http://h/api/x?y=%20")]
    [InlineData("http://h/api", "?y=1", "http://h/api?y=1")]
    [InlineData("http://h", "x/a%2Fb", "http://h/x/a%2Fb")]
    [InlineData("http://h", "x/a.b/.../..a?y=../.", "http://h/x/a.b/.../..a?y=../.")]
    [InlineData("http://h/a%2Fb", "x", "http://h/a%2Fb/x")]
    public void Paths_are_put_below_the_base(string address, string path, string expected)
    {
        var target = new TargetAddress(new Uri(address), canHide: true).Combine(path);

        Assert.Equal(expected, target.AbsoluteUri);
    }

    [Fact]
    public void A_path_keeps_its_target_regardless_of_requests_in_between()
    {
        var address = new TargetAddress(new Uri("http://h/api"), canHide: true);

        var targets = new[] { "x", "x", "y", "", "x" }.Select(path => address.Combine(path).AbsoluteUri);

        Assert.Equal(["http://h/api/x", "http://h/api/x", "http://h/api/y", "http://h/api", "http://h/api/x"], targets);
    }

    [Theory]
    [InlineData("http://h/api", "k", "tx?y=1", "http://h/api/~secret/tx?y=1", "http://h/api/k/tx?y=1")]
    [InlineData("http://h", "k/l", "/tx", "http://h/~secret/tx", "http://h/k%2Fl/tx")]
    [InlineData("http://h/", "~secret", "", "http://h/~secret/", "http://h/~secret/")]
    [InlineData("http://h", "k", "?y=1", "http://h/~secret/?y=1", "http://h/k/?y=1")]
    public void A_stand_in_is_shown(string address, string key, string path, string shown, string hidden)
    {
        var target = new TargetAddress(new Uri(address), canHide: true).Combine(path, new ApiKey(key));

        Assert.Equal(shown, target.Shown.AbsoluteUri);
        Assert.Equal(hidden, target.Hidden?.AbsoluteUri);
    }

    [Fact]
    public void Any_secret_is_one_segment() =>
        Prop.ForAll<char[]>(static characters =>
            {
                var text =
                    "k"
                    + new string([.. (characters ?? []).Where(static c => !char.IsControl(c) && !char.IsSurrogate(c))]);

                var (shown, hidden) = new TargetAddress(new Uri("http://h/api"), canHide: true).Combine(
                    "tx",
                    new ApiKey(text)
                );

                return shown.AbsoluteUri == "http://h/api/~secret/tx"
                    && hidden!.Segments is ["/", "api/", var segment, "tx"]
                    && Uri.UnescapeDataString(segment[..^1]) == text;
            })
            .QuickCheckThrowOnFailure();
}
