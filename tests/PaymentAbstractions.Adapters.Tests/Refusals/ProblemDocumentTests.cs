namespace PaymentAbstractions.Adapters.Tests;

public sealed class ProblemDocumentTests
{
    [Theory]
    [InlineData("{\"title\":\"Bad\",\"detail\":\"Too high.\"}", "Bad: Too high.")]
    [InlineData("{\"title\":\"Bad\"}", "Bad")]
    [InlineData("{\"error\":\"Too high.\"}", "Too high.")]
    [InlineData("{\"message\":\"Too high.\"}", "Too high.")]
    [InlineData("{\"title\":7,\"detail\":\"Too high.\"}", "Too high.")]
    [InlineData("{\"title\":\"one\",\"title\":\"two\"}", "two")]
    [InlineData("{\"status\":422}", null)]
    [InlineData("{\"type\":\"about:blank\"}", null)]
    public async Task A_document_reports_the_problem(string body, string? text)
    {
        var problem = ProblemDocument.Read(await Answers.OfAsync(body, "application/problem+json"));

        Assert.NotNull(problem);
        Assert.Equal(text, problem.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"id\":\"pay_1\"}")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    [InlineData("<html/>")]
    public async Task A_body_that_is_not_a_problem_document_is_not_read(string body) =>
        Assert.Null(ProblemDocument.Read(await Answers.OfAsync(body)));

    [Fact]
    public async Task Fields_are_named_as_far_as_they_can_be_read()
    {
        var problem = ProblemDocument.Read(
            await Answers.OfAsync(
                "{\"invalidFields\":[{\"field\":\"amount\",\"message\":\"is too high.\"},{\"field\":1},null,7]}"
            )
        );

        Assert.Equal(
            ["amount: is too high.", "(unnamed): is not accepted."],
            problem!.Problems.Select(one => one.ToString())
        );
    }

    [Fact]
    public async Task The_providers_text_is_not_printed() =>
        Assert.DoesNotContain(
            "4111",
            ProblemDocument.Read(await Answers.OfAsync("{\"title\":\"4111111111111111\"}"))!.ToString(),
            StringComparison.Ordinal
        );
}
