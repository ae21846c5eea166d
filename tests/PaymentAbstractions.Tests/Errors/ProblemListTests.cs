namespace PaymentAbstractions.Tests;

public sealed class ProblemListTests
{
    private readonly ProblemList _problems = new();

    [Fact]
    public void Without_a_problem_nothing_is_thrown()
    {
        _problems.ThrowIfAny();

        Assert.Equal(0, _problems.Count);
    }

    [Fact]
    public void All_problems_are_thrown_together()
    {
        _problems.Add("Amount", "is missing.");
        _problems.Add("Description", "is too long.");

        var exception = Assert.Throws<PaymentRequestException>(_problems.ThrowIfAny);

        Assert.Equal(2, _problems.Count);
        Assert.Equal(
            ["Amount: is missing.", "Description: is too long."],
            exception.Problems.Select(problem => $"{problem}")
        );
    }
}
