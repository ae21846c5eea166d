using System.Text;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class NotificationFieldsTests
{
    [Fact]
    public void A_json_object_is_read_by_names_and_by_names_of_nested_objects()
    {
        var fields = Json("""{"id":"a","n":17,"in":{"deep":{"id":"b","nr":"18"}},"list":[{"id":"c"}]}""");

        Assert.Equal(("a", "17", "b"), (fields.Text("id"), fields.Text("n"), fields.Text("in.deep.id")));
        Assert.Equal((17L, 18L), (fields.Whole("n"), fields.Whole("in.deep.nr")));
        Assert.All(
            ["in", "in.deep", "in.id", "list", "list.id", "id.id", "other", "other.id"],
            path => Assert.Null(fields.Text(path))
        );
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("Application/X-WWW-Form-Urlencoded")]
    public void A_form_is_read_by_whole_names(string type)
    {
        var fields = Of("id=a&in.deep.id=b%26c+d%20e&twice=1&twice=2&empty=&none&=nameless&%C3%A4=%C3%B6", type);

        Assert.Equal(
            ("a", "b&c d e", "1", "ö"),
            (fields.Text("id"), fields.Text("in.deep.id"), fields.Text("twice"), fields.Text("ä"))
        );
        Assert.All(["empty", "none", "in", "ID"], path => Assert.Null(fields.Text(path)));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%G1")]
    [InlineData("%C3%28")]
    [InlineData("a%00b")]
    public void A_wrongly_escaped_value_does_not_throw(string value) =>
        Assert.NotNull(Of($"id={value}", "application/x-www-form-urlencoded").Text("id"));

    [Fact]
    public void The_body_comes_before_the_query()
    {
        (string, string)[] query = [("id", "query"), ("more", "query"), ("empty", ""), ("in.id", "query")];
        var json = Json("""{"id":"body","empty":"body","in":{"id":"body"},"more":null}""", query);
        var form = Of("id=body&more=&in.id=body", "application/x-www-form-urlencoded", query);
        var none = Of("", type: null, query);

        Assert.Equal(
            ("body", "query", "body", "body"),
            (json.Text("id"), json.Text("more"), json.Text("empty"), json.Text("in.id"))
        );
        Assert.Equal(("body", "body"), (form.Text("id"), form.Text("in.id")));
        Assert.Equal(("query", "query", null), (none.Text("id"), none.Text("in.id"), none.Text("empty")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id=a")]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"a\"}]")]
    [InlineData("\"id\"")]
    [InlineData("{\"id\":\"a\"")]
    [InlineData("{\"id\":\"a\",\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a\"}{\"id\":\"a\"}")]
    public void A_body_that_is_neither_a_form_nor_an_object_has_no_fields(string body)
    {
        Assert.Null(Json(body).Text("id"));
        Assert.Equal("query", Json(body, ("id", "query")).Text("id"));
    }

    [Fact]
    public void Json_that_is_called_a_form_is_none() =>
        Assert.Null(Of("""{"id":"a"}""", "application/x-www-form-urlencoded").Text("id"));

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_long_value_counts_as_absent(int length, bool isRead)
    {
        var text = new string('x', length);

        Assert.Equal(isRead, Json($$"""{"id":"{{text}}"}""").Text("id") is not null);
        Assert.Equal(isRead, Of($"id={text}", "application/x-www-form-urlencoded").Text("id") is not null);
        Assert.Equal(isRead, Json("", ("id", text)).Text("id") is not null);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("17", 17L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData(" 1", null)]
    [InlineData("1.0", null)]
    [InlineData("1e2", null)]
    [InlineData("1,000", null)]
    [InlineData("\u0661", null)]
    [InlineData("", null)]
    public void A_whole_number_has_digits_alone(string text, long? expected) =>
        Assert.Equal(expected, Json("", ("n", text)).Whole("n"));

    [Fact]
    public void Arguments_are_required()
    {
        Assert.Throws<ArgumentNullException>(() => NotificationFields.Of(null!));
        Assert.Throws<ArgumentException>(() => Json("{}").Text(""));
    }

    private static NotificationFields Json(string body, params (string Name, string Value)[] query) =>
        Of(body, "application/json", query);

    private static NotificationFields Of(string body, string? type, params (string Name, string Value)[] query) =>
        NotificationFields.Of(
            new ReceivedNotification
            {
                Body = Encoding.UTF8.GetBytes(body),
                ContentType = type,
                Query = query.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal),
            }
        );
}
