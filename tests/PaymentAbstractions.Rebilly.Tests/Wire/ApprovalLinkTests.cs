using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;

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
    [InlineData("""{"rel":"approvalUrl","href":7},{"rel":"approvalUrl","href":"https://p.example/a"}""")]
    public void The_link_to_the_approval_is_read_wherever_it_stands(string links)
    {
        var action = Assert.IsType<RedirectAction>(Read($"[{links}]").NextAction);

        Assert.Equal(new Uri("https://p.example/a"), action.Url);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("null")]
    [InlineData("""[{"rel":"self","href":"https://p.example/s"}]""")]
    [InlineData("""[{"rel":"ApprovalUrl","href":"x"},{"href":"approvalUrl"},{"rel":{"rel":"approvalUrl"}}]""")]
    [InlineData("""{"rel":"approvalUrl"}""")]
    [InlineData("\"approvalUrl\"")]
    [InlineData("[[]]")]
    [InlineData("[\"approvalUrl\"]")]
    [InlineData("""[{"rel":"approvalUrl","href":1}]""")]
    public void Other_links_are_not_read_and_spoil_nothing(string links)
    {
        var shown = Read(links);

        Assert.Null(shown.NextAction);
        Assert.Null(shown.Contradiction);
        Assert.Equal("txn_1", shown.Id);
    }

    [Fact]
    public void Nothing_is_to_be_approved_in_a_transaction_that_does_not_wait()
    {
        var links = JsonNode.Parse("""[{"rel":"approvalUrl","href":"https://p.example/a"}]""");

        Assert.Null(Txn.Sale().With("_links", links).Read().NextAction);
    }

    private static ProviderTransaction Read(string links) =>
        Txn.Sale()
            .With("result", "unknown")
            .With("status", "waiting-approval")
            .With("_links", JsonNode.Parse(links))
            .Read();
}
