namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Collects what forbids a plan.</summary>
internal sealed class PlanProblems
{
    public const string Root = nameof(ICommercialCardRequest.CommercialCardData) + ".";

    private readonly List<RequestProblem> _problems = [];

    public int Count => _problems.Count;

    /// <param name="field">The property of the data with its path, or <c>Amount</c>.</param>
    /// <param name="message">What is wrong and how to fix it.</param>
    public void Add(string field, string message) =>
        _problems.Add(
            new RequestProblem
            {
                Field = field == nameof(ICommercialCardRequest.Amount) ? field : Root + field,
                Message = message,
            }
        );

    public ValueList<RequestProblem> ToList() => [.. _problems];
}
