using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class XmlBodyTests
{
    [Theory]
    [InlineData("<response><id>7</id></response>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response><!-- note --><id> 7 </id></response>\n")]
    [InlineData("<response xmlns=\"urn:old\"><id>7</id></response>")]
    [InlineData("<response><id><![CDATA[7]]></id></response>")]
    public async Task A_document_is_read_by_its_local_names(string body) =>
        Assert.Equal("7", XmlBody.Read(await Answers.OfAsync(body, "text/html"), "response").Text("id"));

    [Fact]
    public async Task A_byte_order_mark_and_other_encodings_are_read()
    {
        byte[] marked = [.. Encoding.UTF8.GetPreamble(), .. "<response><id>ä</id></response>"u8];
        var latin = Encoding.Latin1.GetBytes(
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><response><id>ä</id></response>"
        );

        Assert.Equal("ä", XmlBody.Read(await Answers.OfAsync(marked), "response").Text("id"));
        Assert.Equal("ä", XmlBody.Read(await Answers.OfAsync(latin), "response").Text("id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("OK")]
    [InlineData("{\"id\":7}")]
    [InlineData("<response>")]
    [InlineData("<response></other>")]
    [InlineData("<response/><response/>")]
    [InlineData("<response/>trailing")]
    [InlineData("<html><body><response/></body></html>")]
    [InlineData("<Response/>")]
    [InlineData("<response>&nbsp;</response>")]
    [InlineData("<response>&#0;</response>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"unheard-of\"?><response/>")]
    [InlineData("<!DOCTYPE response><response/>")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/x.dtd\"><html/>")]
    public async Task A_body_that_is_not_such_a_document_is_not_read(string body) =>
        Assert.Null(XmlBody.Read(await Answers.OfAsync(body, "text/xml"), "response"));

    [Fact]
    public async Task An_external_entity_is_never_opened()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, "a file of ours", TestContext.Current.CancellationToken);
        try
        {
            var body =
                $"<!DOCTYPE response [<!ENTITY file SYSTEM \"{new Uri(path)}\">]><response><id>&file;</id></response>";

            Assert.Null(XmlBody.Read(await Answers.OfAsync(body, "text/xml"), "response"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Entities_that_multiply_are_never_expanded()
    {
        var entities = string.Concat(
            Enumerable
                .Range(1, 30)
                .Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">")
        );
        var body = $"<!DOCTYPE response [<!ENTITY e0 \"ha\">{entities}]><response><id>&e30;</id></response>";

        Assert.Null(XmlBody.Read(await Answers.OfAsync(body, "text/xml"), "response"));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(65, false)]
    [InlineData(300_000, false)]
    public async Task A_document_that_is_too_deep_is_given_up_at_once(int depth, bool isRead)
    {
        var body = $"<response>{Repeated("<a>")}x{Repeated("</a>")}</response>";

        Assert.Equal(isRead, XmlBody.Read(await Answers.OfAsync(body, "text/xml"), "response") is not null);

        string Repeated(string text) => string.Concat(Enumerable.Repeat(text, depth));
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                _ = XmlBody.Read(Answers.OfAsync([.. "<response>"u8, .. bytes]).GetAwaiter().GetResult(), "response");
                _ = XmlBody.Read(Answers.OfAsync(bytes).GetAwaiter().GetResult(), "response");
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<a>x</a>", "x")]
    [InlineData("<a> x </a>", "x")]
    [InlineData("<a/>", null)]
    [InlineData("<a> </a>", null)]
    [InlineData("<a>x</a><a>x</a>", null)]
    [InlineData("<a><b>x</b></a>", null)]
    [InlineData("<b><a>x</a></b>", null)]
    [InlineData("", null)]
    public async Task A_text_is_read_when_its_element_is_there_once(string content, string? expected) =>
        Assert.Equal(
            expected,
            XmlBody.Read(await Answers.OfAsync($"<response>{content}</response>", "text/xml"), "response").Text("a")
        );
}
