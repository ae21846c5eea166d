using Xunit.Sdk;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class GoldenFileTests : IDisposable
{
    private static readonly WireRequest Request = new("POST", "payments", "A: 1\nB: 2", """{"amount":1}""");

    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("golden-");

    private string Source => Path.Combine(_project.FullName, "Sales", "Deep", "Tests.cs");

    public GoldenFileTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Source)!);
        File.WriteAllText(Path.Combine(_project.FullName, "Any.Tests.csproj"), "");
    }

    [Fact]
    public void A_request_is_compared_with_the_folder_beside_the_project()
    {
        Write("sale.http", "POST payments\nA: 1\nB: 2\n\n{\"amount\":1}\n");

        GoldenFile.AssertMatches("sale", Request, Source);

        Assert.Throws<EqualException>(() => GoldenFile.AssertMatches("sale", Request with { Body = "{}" }, Source));
    }

    [Fact]
    public void Requests_are_compared_in_their_order()
    {
        Write("two.http", "POST payments\nA: 1\nB: 2\n\n{\"amount\":1}\n\n###\nGET a\n\n\n\n");
        var other = new WireRequest("GET", "a", "", "");

        GoldenFile.AssertMatches("two", [Request, other], Source);

        Assert.Throws<EqualException>(() => GoldenFile.AssertMatches("two", [other, Request], Source));
    }

    [Fact]
    public void A_checkout_with_other_line_ends_matches()
    {
        Write("sale.http", "POST payments\r\nA: 1\r\nB: 2\r\n\r\n{\"amount\":1}\r\n");

        GoldenFile.AssertMatches("sale", Request, Source);
    }

    [Fact]
    public void Line_ends_of_the_request_count_alike()
    {
        var request = Request with { Body = "a\r\nb" };
        Write("sale.http", "POST payments\r\nA: 1\r\nB: 2\r\n\r\na\r\nb\r\n");

        GoldenFile.AssertMatches("sale", request, Source);

        Assert.Throws<EqualException>(() =>
            GoldenFile.AssertMatches("sale", request with { Body = "a\r\n\r\nb" }, Source)
        );
    }

    [Fact]
    public void A_missing_file_says_how_to_make_it()
    {
        var exception = Assert.Throws<FileNotFoundException>(() => GoldenFile.AssertMatches("no", Request, Source));

        Assert.Contains(
            Path.Combine(_project.FullName, "Golden", "no.http"),
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("UPDATE_GOLDEN=1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_source_the_folder_beside_the_assembly_is_read()
    {
        var exception = Assert.Throws<FileNotFoundException>(() =>
            GoldenFile.Read("no.json", "/_/not/on/this/machine/Tests.cs")
        );

        Assert.Contains(
            Path.Combine(AppContext.BaseDirectory, "Golden", "no.json"),
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("/_/", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _project.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_project.FullName, "Golden"));
        File.WriteAllText(Path.Combine(folder.FullName, file), text);
    }
}
