namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Refuses requests whose data plan has problems, before anything is sent.</summary>
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

        // The pipeline has already reported the problems that every provider has; they are not repeated.
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
