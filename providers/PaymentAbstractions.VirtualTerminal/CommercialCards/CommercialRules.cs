namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Refuses before anything is sent what the plan of a request's data forbids.</summary>
internal static class CommercialRules
{
    private static readonly CommercialCardValidationOptions AnyLevel = new() { Level = CommercialDataLevel.LevelI };

    public static void Check(PaymentRequest request, VirtualTerminalAccount account, ProblemList problems)
    {
        if (request is not ICommercialCardRequest { CommercialCardData: { } data } commercial)
        {
            return;
        }

        var found = Problems(request, data, commercial.Amount, account);
        if (found.Count == 0)
        {
            return;
        }

        // What is wrong at any provider, the pipeline has told; nothing is told twice.
        var told = CommercialCardValidator
            .Validate(data, commercial.Amount, AnyLevel)
            .Where(finding => finding.Severity == CommercialCardSeverity.Error)
            .Select(finding => DataPlanner.PathOf(finding.Field))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var problem in found.Where(problem => !told.Contains(problem.Field)))
        {
            problems.Add(problem.Field, problem.Message);
        }
    }

    private static ValueList<RequestProblem> Problems(
        PaymentRequest request,
        CommercialCardData data,
        Money amount,
        VirtualTerminalAccount account
    ) =>
        request is not CaptureRequest ? DataPlanner.Plan(request, amount, account).Problems
        : LeftOutRules.Refuse(data, "a capture") is { } refused ? [refused]
        : [];
}
