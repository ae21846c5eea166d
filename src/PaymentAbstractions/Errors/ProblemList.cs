namespace PaymentAbstractions;

/// <summary>Collects all problems of a request or of the options of a gateway, so that they are reported at once.</summary>
/// <remarks>Not thread-safe: use one list per request or gateway. It allocates nothing until there is a problem.</remarks>
public sealed class ProblemList
{
    private List<RequestProblem>? _problems;

    /// <summary>The number of problems.</summary>
    public int Count => _problems?.Count ?? 0;

    /// <summary>The problems, in the order in which they were added.</summary>
    public IReadOnlyList<RequestProblem> Problems => _problems ?? [];

    /// <summary>Adds a problem.</summary>
    /// <param name="field">The property with its path, or the option.</param>
    /// <param name="message">What is wrong and how to fix it, in one sentence, without the value of a secret.</param>
    public void Add(string field, string message) =>
        (_problems ??= []).Add(new RequestProblem { Field = field, Message = message });

    /// <summary>Throws when a request has any problem. Not for options: their problems are reported with their key paths.</summary>
    /// <exception cref="PaymentRequestException">There is at least one problem; it lists all of them.</exception>
    public void ThrowIfAny()
    {
        if (_problems is not null)
        {
            throw new PaymentRequestException(_problems);
        }
    }
}
