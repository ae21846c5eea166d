namespace PaymentAbstractions;

/// <summary>Thrown when a request is not valid. It lists every problem, and nothing was sent.</summary>
public sealed class PaymentRequestException : PaymentException
{
    /// <summary>Creates the exception for a list of problems.</summary>
    /// <param name="problems">At least one problem.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public PaymentRequestException(IReadOnlyList<RequestProblem> problems)
        : base(Describe(problems))
    {
        Problems = [.. problems];
    }

    /// <summary>Creates the exception for one problem.</summary>
    /// <param name="field">The property that is wrong.</param>
    /// <param name="message">What is wrong and how to fix it.</param>
    public PaymentRequestException(string field, string message)
        : this([new RequestProblem { Field = field, Message = message }]) { }

    /// <summary>Every problem of the request, in the order of its properties.</summary>
    public IReadOnlyList<RequestProblem> Problems { get; }

    private static string Describe(IReadOnlyList<RequestProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
        {
            throw new ArgumentException("At least one problem is required.", nameof(problems));
        }

        return problems.Count == 1
            ? $"The request was not sent. {problems[0]}"
            : $"The request was not sent because of {problems.Count} problems: {string.Join(' ', problems)}";
    }
}
