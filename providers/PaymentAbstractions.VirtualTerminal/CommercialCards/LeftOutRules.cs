namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Decides whether data that a level does not send may be omitted. Only the request's policy decides this, not an option.
/// </summary>
internal static class LeftOutRules
{
    public const string Remedy =
        $"omit it, or set {nameof(CommercialCardData.WhenNotExpressible)} to {nameof(WhenNotExpressible.DropAndReport)}.";

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

        // A request for exactly Level II does not require data that only Level III sends.
        var refused = leftOut.Where(field =>
            data.RequestedLevel != RequestedDataLevel.LevelII || !SentFields.IsOfLevelIII(field)
        );

        // If a whole part is not sent, its fields are not reported individually.
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
                    ? $"is sent only at {above}, for which the data lacks {string.Join(", ", DataLevels.Missing(data, above))}; add that, or {Remedy}"
                    : $"has no field at this provider; {Remedy}"
            );
        }
    }

    /// <summary>Checks data for an operation that cannot carry any, regardless of the level.</summary>
    /// <returns>The problem; <see langword="null"/> when there is no data or it may be dropped.</returns>
    public static RequestProblem? Refuse(CommercialCardData? data, string operation)
    {
        var leftOut = NoRoomFor(data);
        return leftOut.Count == 0 || data!.WhenNotExpressible == WhenNotExpressible.DropAndReport
            ? null
            : new RequestProblem
            {
                Field = nameof(ICommercialCardRequest.CommercialCardData),
                Message =
                    $"({string.Join(", ", leftOut)}) cannot be sent: {operation} carries no data at this provider; {Remedy}",
            };
    }

    /// <summary>The fields that are dropped by an operation that cannot carry data.</summary>
    public static ValueList<string> NoRoomFor(CommercialCardData? data) =>
        data is null ? [] : [.. SentFields.LeftOut(data, CommercialDataLevel.LevelI)];
}
