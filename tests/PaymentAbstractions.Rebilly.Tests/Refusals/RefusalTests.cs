namespace PaymentAbstractions.Rebilly.Tests;

public class RefusalTests
{
    [Theory]
    [InlineData(400, PaymentOutcome.Rejected, PaymentReason.InvalidRequest)]
    [InlineData(401, PaymentOutcome.Rejected, PaymentReason.InvalidCredentials)]
    [InlineData(403, PaymentOutcome.Rejected, PaymentReason.NotPermitted)]
    [InlineData(404, PaymentOutcome.Rejected, PaymentReason.NotFound)]
    [InlineData(422, PaymentOutcome.Rejected, PaymentReason.InvalidRequest)]
    [InlineData(429, PaymentOutcome.Unknown, PaymentReason.RateLimited)]
    [InlineData(202, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(204, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(301, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(303, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(307, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(405, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(408, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(410, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(413, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(500, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(502, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(503, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(504, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer)]
    public async Task Only_a_documented_refusal_counts_as_one(int status, PaymentOutcome outcome, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Problem(status));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Equal(status, result.Answer?.HttpStatus);
        Assert.Single(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("{\"foo\":1}", "application/json")]
    [InlineData("{\"title\":7,\"detail\":[]}", "application/json")]
    [InlineData("{\"title\":\"\"}", "application/json")]
    [InlineData("{\"invalidFields\":{}}", "application/json")]
    [InlineData("{\"invalidFields\":[1,null,\"a\"]}", "application/json")]
    [InlineData("{\"title\":\"no\"", "application/json")]
    [InlineData("{\"title\":\"no\"}", "text/html")]
    [InlineData("{\"title\":\"no\"}", "")]
    [InlineData("<html>422</html>", "text/html")]
    [InlineData("<html>422</html>", "application/json")]
    public async Task A_refusal_that_is_no_problem_document_is_unknown(string body, string contentType)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body, contentType));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("{\"title\":\"Bad\"}", "application/json", "Bad")]
    [InlineData("{\"detail\":\"Worse\"}", "application/problem+json", "Worse")]
    [InlineData("{\"title\":\"Bad\",\"detail\":\"Worse\"}", "application/problem+json; charset=utf-8", "Bad: Worse")]
    [InlineData("{\"error\":\"Old\"}", "APPLICATION/JSON", "Old")]
    [InlineData("{\"message\":\"Older\"}", "application/json", "Older")]
    [InlineData("{\"title\":\"First\",\"title\":\"Second\"}", "application/json", "Second")]
    [InlineData("{\"title\":null,\"status\":422}", "application/json", "HTTP 422 (InvalidRequest).")]
    [InlineData("{\"type\":\"about:blank\"}", "application/json", "HTTP 422 (InvalidRequest).")]
    public async Task Every_form_of_a_problem_document_is_read(string body, string contentType, string text)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body, contentType));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (result.Outcome, result.Reason));
        Assert.Contains(text, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaints_about_fields_are_listed_one_by_one()
    {
        const string body = """
            {"invalidFields":[{"field":"amount","message":"too small"},{"field":"amount","message":"no number"},
            {"message":"lost"},{"field":"currency"},{"field":7,"message":{}},5]}
            """;
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
        Assert.Equal(
            [
                "amount: too small",
                "amount: no number",
                "(unnamed): lost",
                "currency: is not accepted.",
                "(unnamed): is not accepted.",
            ],
            result.Problems.Select(problem => problem.ToString())
        );
    }

    [Fact]
    public async Task Texts_are_cut_and_card_numbers_in_them_masked()
    {
        var filler = new string('x', 20_000);
        var body = $$"""
            {"title":"Card 4111111111111111 is bad","detail":"{{filler}}",
            "invalidFields":[{"field":"pan 4111 1111 1111 1111","message":"4111-1111-1111-1111 {{filler}}"}]}
            """;
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("1111", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1111", result.Answer!.ReadBody(), StringComparison.Ordinal);
        Assert.True(result.Message!.Length < 400);
        Assert.True(Assert.Single(result.Problems).Message.Length <= 300);
    }

    [Fact]
    public async Task Texts_are_not_cut_within_a_character()
    {
        var room = new string('x', 299);
        var body = $$"""
            {"invalidFields":[{"field":"a","message":"{{room}}\ud83d\ude00"},{"field":"b","message":"{{room}}e\u0301"}]}
            """;
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal([room, room], result.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public async Task A_security_code_that_is_repeated_is_masked()
    {
        const string body = """
            {"title":"737 is no security code","code":"737","amount":1737,
            "invalidFields":[{"field":"paymentInstruction.cvv","message":"The value 737 is wrong."}]}
            """;
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(422, body));
        var sale = Some.Sale() with
        {
            PaymentMethod = Some.Card with { SecurityCode = new SecurityCode("737") },
            BillingAddress = new Address { LastName = "Example" },
        };

        var result = await fixture.Gateway.SaleAsync(sale, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("737", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("737", string.Join(' ', result.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("737 ", result.Answer!.ReadBody(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"737", result.Answer.ReadBody(), StringComparison.Ordinal);
        Assert.Contains("1737", result.Answer.ReadBody(), StringComparison.Ordinal);
    }
}
