namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Whether what a level does not send may be left out: the request's policy decides, and no option.</summary>
internal static class LeftOutRules
{
    public const string Mend =
        $"leave it out, or set {nameof(CommercialCardData.WhenNotExpressible)} to {nameof(WhenNotExpressible.DropAndReport)}.";

    public static void Check(
        CommercialCardData data,
        CommercialDataLevel level,
        IEnumerable<string> leftOut,
        ProblemList problems
    )
    {
        if (data.WhenNotExpressible == WhenNotExpressible.DropAndReport)
        {
            return;
        }

        // Who asks for exactly Level II has not asked for what lies above it.
        var refused = leftOut.Where(field =>
            data.RequestedLevel != RequestedDataLevel.LevelII || !SentFields.IsOfLevelIII(field)
        );

        // Where a whole part is not sent, its fields need not be told one by one.
        foreach (
            var (part, needed) in refused
                .Select(field =>
                    SentFields.PartOf(field) is { Level: { } of } whole && of > level ? whole : (field, null)
                )
                .Distinct()
        )
        {
            problems.Add(
                part,
                needed is { } above
                    ? $"is sent at {above} only, which lacks {string.Join(", ", DataLevels.Missing(data, above))}; give that, or {Mend}"
                    : $"has no field at this provider; {Mend}"
            );
        }
    }

    /// <summary>What has no room at all in an operation, whatever the level.</summary>
    /// <returns>The problem; none when nothing is lost or it may be dropped.</returns>
    public static RequestProblem? Refuse(CommercialCardData? data, string operation)
    {
        var leftOut = NoRoomFor(data);
        return leftOut.Count == 0 || data!.WhenNotExpressible == WhenNotExpressible.DropAndReport
            ? null
            : new RequestProblem
            {
                Field = nameof(ICommercialCardRequest.CommercialCardData),
                Message =
                    $"({string.Join(", ", leftOut)}) cannot be sent: {operation} carries no data at this provider; {Mend}",
            };
    }

    /// <summary>What is dropped where an operation has no room for data.</summary>
    public static ValueList<string> NoRoomFor(CommercialCardData? data) =>
        data is null ? [] : [.. SentFields.LeftOut(data, CommercialDataLevel.LevelI)];
}
