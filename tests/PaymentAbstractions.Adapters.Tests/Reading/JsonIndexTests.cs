using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The index reads what System.Text.Json reads, and refuses what it refuses.</summary>
public sealed class JsonIndexTests
{
    private const int Documents = 1_500;
    private const string NotUnicode = "(not Unicode)";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly string[] Names =
    [
        "id",
        "amount",
        "Amount",
        "a\\u006dount",
        "ünïcode",
        "\\ud83d\\ude00",
        "",
        "with space",
        "3ds",
        "quote\\\"d",
    ];

    private static readonly string[] Scalars =
    [
        "0",
        "-12.50",
        "1e400",
        "true",
        "false",
        "null",
        "\"\"",
        "\"text\"",
        "\"\\u0041\\n\\\\\"",
        "\"ünï 😀\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_document_is_read_as_System_Text_Json_reads_it(int seed)
    {
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < Documents; i++)
        {
            var json = Encoding.UTF8.GetBytes(Document(random, depth: 0));
            read += Compare(json) ? 1 : 0;
        }

        Assert.InRange(read, Documents / 4, Documents - 1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_damaged_document_is_refused_as_System_Text_Json_refuses_it(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Documents; i++)
        {
            var json = Encoding.UTF8.GetBytes(Document(random, depth: 0));
            var at = random.Next(json.Length);
            Compare(random.Next(2) == 0 ? json[..at] : [.. json[..at], (byte)random.Next(256), .. json[(at + 1)..]]);
        }
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", null)]
    [InlineData("""{"a":1,"\u0061":2}""", null)]
    [InlineData("""{"b":{"a":1,"a":2}}""", null)]
    [InlineData("""[{"a":1,"a":2}]""", null)]
    [InlineData("""{"\ud800":1}""", null)]
    [InlineData("""{"a":1} x""", null)]
    [InlineData("""{"a":1}{}""", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("""{"a":1} """, "1")]
    [InlineData("""{"b":{"a":2},"a":1}""", "1")]
    public void Only_a_whole_document_without_repeated_names_is_read(string json, string? expected) =>
        Assert.Equal(expected, Read(json, isStrict: true)?.Member("a")?.Text);

    [Fact]
    public void Without_strictness_the_last_one_counts() =>
        Assert.Equal("3", Read("""{"a":1,"b":{"a":9},"a":2,"\u0061":3}""", isStrict: false)?.Member("a")?.Text);

    [Theory]
    [InlineData("""{"Amount":1}""", JsonValueKind.Number)]
    [InlineData("""{"Amount":1,"amount":2}""", JsonValueKind.Undefined)]
    [InlineData("""{"Ämount":1}""", null)]
    public void Casing_is_ignored_on_demand(string json, JsonValueKind? expected) =>
        Assert.Equal(expected, Read(json, isStrict: true)?.MemberInAnyCase("AMOUNT")?.Kind);

    [Theory]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    public void A_long_name_is_compared_as_a_whole(int length)
    {
        var longName = "amount".PadRight(length, 'x');
        foreach (var isStrict in new[] { true, false })
        {
            var before = Read($$"""{"{{longName}}":9,"amount":1}""", isStrict);
            var after = Read($$"""{"amount":1,"{{longName}}":9}""", isStrict);

            Assert.Equal(("1", "9"), (before?.Member("amount")?.Text, before?.Member(longName)?.Text));
            Assert.Equal(("1", "9"), (after?.Member("amount")?.Text, after?.Member(longName)?.Text));
            Assert.Null(before?.Member(longName[..^1]));
        }

        Assert.Null(Read($$"""{"{{longName}}":9,"{{longName}}":1}""", isStrict: true));
    }

    [Fact]
    public void A_long_name_that_is_not_Unicode_does_not_hide_the_rest()
    {
        byte[] json = [.. "{\""u8, .. Enumerable.Repeat((byte)'a', 70_000), 0xFF, .. "\":1,\"status\":\"approved\"}"u8];

        Assert.Equal("approved", JsonFields.Read(json)?.Text("status"));
    }

    [Fact]
    public void Documents_deeper_than_64_levels_are_refused()
    {
        Assert.NotNull(Read(new string('[', 64) + new string(']', 64), isStrict: true));
        Assert.Null(Read(new string('[', 65) + new string(']', 65), isStrict: true));
    }

    [Fact]
    public void A_long_document_is_read_to_its_end()
    {
        var json = $$"""{{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"member{i}\":{i}"))}}}""";

        var document = Read(json, isStrict: true);

        Assert.Equal("4999", document?.Member("member4999")?.Text);
        Assert.Equal(5_000, document?.Members().Count());
        Assert.Null(Read($"{json[..^1]},\"member17\":0}}", isStrict: true));
    }

    private static JsonPart? Read(string json, bool isStrict) => JsonIndex.Read(Encoding.UTF8.GetBytes(json), isStrict);

    private static bool Compare(byte[] json)
    {
        JsonDocument? expected = null;
        try
        {
            expected = JsonDocument.Parse(json, Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) { }

        using (expected)
        {
            var actual = JsonIndex.Read(json, isStrict: true);
            if (actual is null && !Utf8.IsValid(json))
            {
                // A name with an escape and other bytes than UTF-8 is refused here only.
                return false;
            }

            Assert.True(expected is null == actual is null, Encoding.UTF8.GetString(json));
            if (expected is not null)
            {
                AssertSame(expected.RootElement, actual!.Value);
            }

            return expected is not null;
        }
    }

    private static void AssertSame(JsonElement expected, JsonPart actual)
    {
        Assert.Equal(expected.ValueKind, actual.Kind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                AssertSameMembers(expected, actual);
                break;
            case JsonValueKind.Array:
                var items = actual.Items().ToList();
                Assert.Equal(expected.GetArrayLength(), items.Count);
                Assert.All(expected.EnumerateArray().Zip(items), pair => AssertSame(pair.First, pair.Second));
                break;
            case JsonValueKind.String:
                Assert.Equal(TextOf(() => expected.GetString()), TextOf(() => actual.Text));
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetRawText(), actual.Text);
                break;
        }
    }

    private static void AssertSameMembers(JsonElement expected, JsonPart actual)
    {
        var members = expected.EnumerateObject().ToList();
        if (members.Exists(member => TextOf(() => member.Name) == NotUnicode))
        {
            Assert.Throws<InvalidOperationException>(() => actual.Members().Count());
            return;
        }

        Assert.Equal(members.Select(member => member.Name), actual.Members().Select(member => member.Name));
        foreach (var (member, part) in members.Zip(actual.Members()))
        {
            AssertSame(member.Value, part.Value);
            AssertSame(member.Value, actual.Member(member.Name)!.Value);
        }
    }

    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;
        }
    }

    private static string Document(Random random, int depth)
    {
        var count = random.Next(5);
        return random.Next(depth == 0 ? 2 : 4) switch
        {
            0 when depth < 5 =>
                $"{{{Join(random, count, () => $"\"{Names[random.Next(Names.Length)]}\":{Document(random, depth + 1)}")}}}",
            1 when depth < 5 => $"[{Join(random, count, () => Document(random, depth + 1))}]",
            _ => Scalars[random.Next(Scalars.Length)],
        };
    }

    private static string Join(Random random, int count, Func<string> next) =>
        string.Join(random.Next(3) == 0 ? " ,\n" : ",", Enumerable.Range(0, count).Select(_ => next()));
}
