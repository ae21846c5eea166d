namespace PaymentAbstractions;

/// <summary>Collects everything that is wrong with a request, so that it is reported at once.</summary>
/// <remarks>Not thread-safe: one collection per request.</remarks>
public sealed class RequestProblems
{
    private List<RequestProblem>? _problems;

    /// <summary>How many problems there are.</summary>
    public int Count => _problems?.Count ?? 0;

    /// <summary>Adds a problem.</summary>
    /// <param name="field">The property, with its path.</param>
    /// <param name="message">What is wrong and how to fix it. Never the value of a secret.</param>
    public void Add(string field, string message) =>
        (_problems ??= []).Add(new RequestProblem { Field = field, Message = message });

    /// <summary>Throws when there is any problem.</summary>
    /// <exception cref="PaymentRequestException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (_problems is not null)
        {
            throw new PaymentRequestException(_problems);
        }
    }
}
