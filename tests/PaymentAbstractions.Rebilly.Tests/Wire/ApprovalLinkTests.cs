using System.Text.Json;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly.Tests.Wire;

public sealed class ApprovalLinkTests
{
    [Theory]
    [InlineData("""{"rel":"approvalUrl","href":"https://p.example/a"}""")]
    [InlineData("""{"href":"https://p.example/a","rel":"approvalUrl"}""")]
    [InlineData("""{"href":"https://p.example/a","more":{"rel":"self","x":[1]},"rel":"approvalUrl"}""")]
    [InlineData("""{"rel":"self","href":"https://p.example/s"},{"rel":"approvalUrl","href":"https://p.example/a"}""")]
    [InlineData("""{"rel":"approvalUrl","href":"https://p.example/a"},{"rel":"self","href":null},null,{}""")]
    [InlineData("""{"rel":"approval\u0055rl","href":"https://p.example/a"}""")]
    public void The_link_to_the_approval_is_read_wherever_it_stands(string links)
    {
        var link = Assert.Single(Read($$"""{"_links":[{{links}}],"id":"txn_1"}""").Links!);

        Assert.Equal("approvalUrl", link.Rel);
        Assert.Equal("https://p.example/a", link.Href);
    }

    [Fact]
    public void Every_approval_is_read()
    {
        var body = Read("""{"_links":[{"rel":"approvalUrl","href":"a"},{"rel":"approvalUrl","href":"b"}]}""");

        Assert.Equal(["a", "b"], body.Links!.Select(static link => link.Href));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"rel":"self","href":"https://p.example/s"}]""")]
    [InlineData("""[{"rel":"ApprovalUrl","href":"x"},{"href":"approvalUrl"},{"rel":{"rel":"approvalUrl"}}]""")]
    public void Other_links_are_not_read(string links)
    {
        var body = Read($$"""{"_links":{{links}},"id":"txn_1"}""");

        Assert.Empty(body.Links!);
        Assert.Equal("txn_1", body.Id);
    }

    [Fact]
    public void Links_may_be_missing()
    {
        Assert.Null(Read("""{"_links":null}""").Links);
        Assert.Null(Read("{}").Links);
    }

    [Theory]
    [InlineData("""{"rel":"approvalUrl"}""")]
    [InlineData("\"approvalUrl\"")]
    [InlineData("[[]]")]
    [InlineData("[\"approvalUrl\"]")]
    [InlineData("""[{"rel":"approvalUrl","rel":"approvalUrl"}]""")]
    [InlineData("""[{"rel":"approvalUrl","href":1}]""")]
    [InlineData("""[{"rel":"self"]""")]
    public void Links_of_another_shape_make_the_answer_unreadable(string links) =>
        Assert.Throws<JsonException>(() => Read($$"""{"_links":{{links}}}"""));

    private static TransactionBody Read(string json) =>
        JsonSerializer.Deserialize(json, RebillyJsonContext.Default.TransactionBody)!;
}
