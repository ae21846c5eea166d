namespace PaymentAbstractions.Tests;

public sealed class PaymentExceptionTests
{
    private static readonly RequestProblem Amount = new() { Field = "Amount", Message = "is missing." };
    private static readonly RequestProblem Country = new() { Field = "BillingAddress.Country", Message = "is wrong." };

    [Fact]
    public void A_request_exception_lists_every_problem()
    {
        var exception = new PaymentRequestException([Amount, Country]);

        Assert.Equal([Amount, Country], exception.Problems);
        Assert.Equal(
            "The request was not sent because of 2 problems: Amount: is missing. BillingAddress.Country: is wrong.",
            exception.Message
        );
    }

    [Fact]
    public void A_request_exception_may_have_one_problem()
    {
        var exception = new PaymentRequestException("Amount", "is missing.");

        Assert.Equal([Amount], exception.Problems);
        Assert.Equal("The request was not sent. Amount: is missing.", exception.Message);
    }

    [Fact]
    public void A_configuration_exception_lists_every_problem_on_a_line()
    {
        var exception = new PaymentConfigurationException(["Payments:Default: is missing.", "Payments:X: is unknown."]);

        Assert.Equal(2, exception.Problems.Count);
        Assert.Equal(
            [
                "The payment configuration has 2 problem(s):",
                "  - Payments:Default: is missing.",
                "  - Payments:X: is unknown.",
            ],
            exception.Message.Split(Environment.NewLine)
        );
    }

    [Fact]
    public void An_exception_does_not_follow_the_list_it_was_made_of()
    {
        List<RequestProblem> requestProblems = [Amount];
        List<string> configurationProblems = ["Payments: is wrong."];
        var request = new PaymentRequestException(requestProblems);
        var configuration = new PaymentConfigurationException(configurationProblems);

        requestProblems.Clear();
        configurationProblems.Clear();

        Assert.Single(request.Problems);
        Assert.Single(configuration.Problems);
    }

    [Fact]
    public void An_exception_without_a_problem_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new PaymentRequestException([]));
        Assert.Throws<ArgumentException>(() => new PaymentConfigurationException([]));
    }

    [Fact]
    public void Both_are_payment_exceptions()
    {
        Assert.IsAssignableFrom<PaymentException>(new PaymentRequestException([Amount]));
        Assert.IsAssignableFrom<PaymentException>(new PaymentConfigurationException(["Payments: is wrong."]));
    }
}
