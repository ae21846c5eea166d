namespace PaymentAbstractions.Adapters.Tests;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("{}", true)]
    [InlineData("\uFEFF{\"a\":1}", true)]
    [InlineData("", false)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    [InlineData("\"text\"", false)]
    [InlineData("{", false)]
    [InlineData("{}{}", false)]
    [InlineData("{\"a\":1,\"a\":1}", false)]
    [InlineData("{\"b\":{\"a\":1,\"a\":1}}", false)]
    [InlineData("{\"a\":1,}", false)]
    [InlineData("{\"a\":NaN}", false)]
    public async Task An_object_is_read_when_it_is_one_and_names_nothing_twice(string body, bool isRead) =>
        Assert.Equal(isRead, JsonFields.Read(await Answers.OfAsync(body)) is not null);

    [Fact]
    public async Task A_body_that_is_not_declared_as_json_is_not_read() =>
        Assert.Null(JsonFields.Read(await Answers.OfAsync("{}", "text/html")));

    [Theory]
    [InlineData("\"x\"", "x", "x")]
    [InlineData("\"\"", "", "")]
    [InlineData("12.50", "12.50", null)]
    [InlineData("1e2", "1e2", null)]
    [InlineData("null", null, null)]
    [InlineData("true", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("[\"x\"]", null, null)]
    [InlineData("\"\\ud800\"", null, null)]
    public async Task A_text_may_be_a_number_where_it_decides_nothing(string json, string? tolerant, string? deciding)
    {
        Assert.Equal(tolerant, (await FieldsAsync(json)).Text("a"));
        Assert.Equal(deciding, (await FieldsAsync(json)).DecidingText("a"));
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("\"12\"", 12L)]
    [InlineData("-12", -12L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("12.0", null)]
    [InlineData("1e2", null)]
    [InlineData("\"1,200\"", null)]
    [InlineData("\" 12\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    public async Task A_whole_number_has_digits_alone(string json, long? expected)
    {
        Assert.Equal(expected, (await FieldsAsync(json)).Whole("a"));
        Assert.Equal(expected, (await FieldsAsync(json)).DecidingWhole("a"));
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("1.25e1", "12.5")]
    [InlineData("1e400", null)]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("\"1,250.00\"", null)]
    [InlineData("\"twelve\"", null)]
    [InlineData("[12.50]", null)]
    public async Task A_figure_is_read_in_any_form_of_a_number(string json, string? expected) =>
        Assert.Equal(
            expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            (await FieldsAsync(json)).DecidingFigure("a")
        );

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", null)]
    [InlineData("1", null)]
    public async Task A_truth_value_is_one_of_two_words(string json, bool? expected)
    {
        Assert.Equal(expected, (await FieldsAsync(json)).Flag("a"));
        Assert.Equal(expected, (await FieldsAsync(json)).DecidingFlag("a"));
    }

    [Fact]
    public async Task An_unreadable_value_that_decides_nothing_is_named_and_ignored()
    {
        var fields = await FieldsAsync("true");

        _ = fields.Text("a");
        _ = fields.Whole("a");
        _ = fields.Time("a");
        _ = fields.Inside("a").Text("b");
        _ = fields.Objects("a");
        _ = fields.Flag("missing");

        Assert.Equal(["a", "a", "a", "a", "a"], fields.Unreadable);
        Assert.Null(fields.Problem);
    }

    [Fact]
    public async Task A_deciding_read_names_the_first_value_that_cannot_be_read()
    {
        Func<JsonFields, object?>[] reads =
        [
            fields => fields.DecidingText("a"),
            fields => fields.DecidingWhole("a"),
            fields => fields.DecidingFigure("a"),
            fields => fields.DecidingFlag("a"),
            fields => fields.Inside("a", decides: true),
            fields => fields.DecidingTexts("a"),
            fields => fields.DecidingObjects("a"),
        ];

        foreach (var read in reads)
        {
            var fields = await FieldsAsync("[[]]");
            _ = read(fields);
            Assert.True(
                fields.Problem == "The value 'a' in the answer cannot be read." || read(fields) is null,
                $"{fields.Problem}"
            );
        }
    }

    [Fact]
    public async Task A_problem_inside_names_its_path_at_the_root()
    {
        var fields = await FieldsAsync("{\"b\":{\"c\":1}}");

        _ = fields.Inside("a").Inside("b").DecidingText("c");

        Assert.Equal("The value 'a.b.c' in the answer cannot be read.", fields.Problem);
        Assert.Equal(["a.b.c"], fields.Unreadable);
    }

    [Fact]
    public async Task Members_in_any_casing_are_found_on_demand()
    {
        var answer = await Answers.OfAsync("{\"Id\":\"x\",\"Two\":1,\"two\":2,\"in\":{\"DEEP\":\"y\"}}");

        var strict = JsonFields.Read(answer)!;
        var lax = JsonFields.Read(answer, ignoreCase: true)!;

        Assert.Null(strict.Text("id"));
        Assert.Equal("x", lax.Text("id"));
        Assert.Equal("y", lax.Inside("IN").Text("deep"));
        Assert.Null(lax.DecidingWhole("two"));
        Assert.True(lax.Has("two"));
        Assert.Contains("two", lax.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_read()
    {
        Assert.NotNull((await FieldsAsync($"\"{new string('x', 4096)}\"")).Text("a"));
        Assert.Null((await FieldsAsync($"\"{new string('x', 4097)}\"")).Text("a"));
        Assert.Null((await FieldsAsync(new string('1', 4097))).Text("a"));
    }

    [Theory]
    [InlineData("[{\"id\":1},null,{\"id\":2}]", null)]
    [InlineData("[]", 0)]
    [InlineData("[1]", null)]
    [InlineData("{}", null)]
    [InlineData("[{\"id\":1,\"id\":2}]", null)]
    public async Task An_array_of_objects_is_read_whole_or_not_at_all(string body, int? count)
    {
        Assert.Equal(count, JsonFields.ReadArray(await Answers.OfAsync(body))?.Count);
        Assert.Equal(count, (await FieldsAsync(body == "{}" ? "{}" : body))?.DecidingObjects("a")?.Count);
    }

    [Fact]
    public async Task Objects_that_decide_have_problems_of_their_own()
    {
        var rows = (await FieldsAsync("[{\"id\":1},{\"id\":\"x\"}]")).DecidingObjects("a")!;

        var ids = rows.Select(row => row.DecidingText("id")).ToList();

        Assert.Equal([null, "x"], ids);
        Assert.NotNull(rows[0].Problem);
        Assert.Null(rows[1].Problem);
    }

    [Theory]
    [InlineData("[\"x\",\"y\"]", 2, false)]
    [InlineData("[]", 0, false)]
    [InlineData("null", 0, false)]
    [InlineData("[\"x\",1]", 0, true)]
    [InlineData("[\"x\",null]", 0, true)]
    [InlineData("\"x\"", 0, true)]
    public async Task Texts_that_decide_are_read_whole_or_not_at_all(string json, int count, bool isProblem)
    {
        var fields = await FieldsAsync(json);

        Assert.Equal(count, fields.DecidingTexts("a").Count);
        Assert.Equal(isProblem, fields.Problem is not null);
    }

    [Fact]
    public async Task A_null_counts_as_missing()
    {
        var fields = await FieldsAsync("null");

        Assert.False(fields.Has("a"));
        Assert.Null(fields.DecidingText("a"));
        Assert.Empty(fields.DecidingObjects("a")!);
        Assert.Empty(fields.Unreadable);
        Assert.Null(fields.Problem);
    }

    private static async Task<JsonFields> FieldsAsync(string value) =>
        JsonFields.Read(await Answers.OfAsync($"{{\"a\":{value}}}"))!;
}
