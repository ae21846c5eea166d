namespace PaymentAbstractions.Adapters.Tests;

public sealed class HttpAdapterOptionsTests
{
    [Theory]
    [InlineData(null, 150, 30)]
    [InlineData(null, 10, 10)]
    [InlineData(5, 10, 5)]
    public void A_limit_for_connecting_is_given_or_usual(int? given, int deadline, int expected) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            HttpAdapterOptions.SendTimeout(
                given is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                TimeSpan.FromSeconds(deadline)
            )
        );

    [Theory]
    [InlineData(0.1, 0.1)]
    [InlineData(600.0, 120.0)]
    [InlineData(150, null)]
    [InlineData(0.05, null, "Deadline: is 00:00:00.0500000, and must be 00:00:00.1000000 to 00:10:00.")]
    [InlineData(601, null, "Deadline: is 00:10:01, and must be 00:00:00.1000000 to 00:10:00.")]
    [InlineData(600.0, 121.0, "SendTimeout: is 00:02:01, and must be 00:00:00.1000000 to 00:02:00.")]
    [InlineData(10.0, 11.0, "SendTimeout: (00:00:11) must not be longer than Deadline (00:00:10).")]
    public void Times_are_in_their_ranges(double deadline, double? sendTimeout, params string[] expected)
    {
        var problems = new ProblemList();

        problems.CheckTimes(
            TimeSpan.FromSeconds(deadline),
            sendTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null
        );

        Assert.Equal(expected, problems.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("sk_1", null)]
    [InlineData("a b", "must consist of")]
    [InlineData("ä", "must consist of")]
    [InlineData("..", "must consist of")]
    [InlineData(".", "must consist of")]
    [InlineData(null, "is missing; give the API key.")]
    public void A_secret_is_one_visible_word(string? secret, string? expected)
    {
        var problems = new ProblemList();

        problems.CheckSecret("ApiKey", secret is null ? null : new ApiKey(secret), "the API key");

        var problem = problems.Problems.SingleOrDefault()?.ToString();
        Assert.Equal(expected is null, problem is null);
        Assert.StartsWith($"ApiKey: {expected}", problem ?? "ApiKey: ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pay.example.com/v1/", false, true)]
    [InlineData("http://localhost:5000/", false, true)]
    [InlineData("http://127.0.0.1/", false, true)]
    [InlineData("http://pay.example.com/", false, false)]
    [InlineData("http://pay.example.com/", true, true)]
    [InlineData("https://pay.example.com/?key=1", false, false)]
    [InlineData("https://pay.example.com/#top", false, false)]
    [InlineData("https://user:secret@pay.example.com/", false, false)]
    [InlineData("ftp://pay.example.com/", true, false)]
    [InlineData("/v1/", true, false)]
    public void An_address_of_an_api_is_absolute_and_safe(string url, bool mayBeInsecure, bool expected) =>
        Assert.Equal(
            expected,
            HttpAdapterOptions.IsApiAddress(new Uri(url, UriKind.RelativeOrAbsolute), mayBeInsecure)
        );

    [Theory]
    [InlineData("https://pay.example.com/", true)]
    [InlineData("https://PAY.example.com./v1", true)]
    [InlineData("https://pay.example.com.evil.test/", false)]
    public void An_address_is_at_its_host(string url, bool expected) =>
        Assert.Equal(expected, HttpAdapterOptions.IsAt(new Uri(url), "pay.example.com"));

    [Fact]
    public void Texts_addresses_and_metadata_are_checked()
    {
        var problems = new ProblemList();

        problems.CheckText("Account", "m_1", "the account");
        problems.CheckText("Account", " ", "the account");
        problems.CheckAddress("BaseUrl", null);
        problems.CheckAddress("BaseUrl", new Uri("https://pay.example.com/v1/"));
        problems.CheckAddress("BaseUrl", new Uri("http://pay.example.com/v1/"));
        problems.CheckLength("Description", "12345", 5);
        problems.CheckLength("Description", "123456", 5);
        problems.CheckMetadata(Metadata.From([new("shelf", "7")]), most: 1, longestName: 5, longestValue: 1);
        problems.CheckMetadata(Metadata.From([new("shelf", "7")]), most: 0, longestName: 5, longestValue: 1);
        problems.CheckMetadata(Metadata.From([new("shelf", "7")]), most: 1, longestName: 4, longestValue: 1);
        problems.CheckMetadata(Metadata.From([new("shelf", "77")]), most: 1, longestName: 5, longestValue: 1);

        Assert.Equal(
            ["Account", "BaseUrl", "Description", "Metadata", "Metadata", "Metadata"],
            problems.Problems.Select(problem => problem.Field)
        );
        Assert.Equal("is missing; give the account.", problems.Problems[0].Message);
        Assert.Contains("has 6 characters", problems.Problems[2].Message, StringComparison.Ordinal);
    }
}
