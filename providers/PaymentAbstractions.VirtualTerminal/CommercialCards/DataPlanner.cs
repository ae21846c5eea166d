namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Creates the plan for an order's data. The same data always results in the same plan.</summary>
internal static class DataPlanner
{
    /// <param name="request">The request; if it has no amount of its own, the amount of its original applies.</param>
    /// <param name="amount">The amount that is charged or paid out.</param>
    /// <param name="account">The account.</param>
    public static DataPlan Plan(PaymentRequest request, Money amount, VirtualTerminalAccount account) =>
        Plan(
            (request as ICommercialCardRequest)?.CommercialCardData,
            amount,
            account,
            HostedRequests.IsHosted(request) ? HostedRequests.HighestLevel : CommercialDataLevel.LevelIII
        );

    /// <inheritdoc cref="Plan(PaymentRequest, Money, VirtualTerminalAccount)" />
    public static DataPlan Plan(PaymentMethodRequest request, VirtualTerminalAccount account) =>
        Plan(request, request.Amount, account);

    public static DataPlan Plan(
        CommercialCardData? data,
        Money amount,
        VirtualTerminalAccount account,
        CommercialDataLevel highest = CommercialDataLevel.LevelIII
    )
    {
        if (data is null)
        {
            return DataPlan.Empty;
        }

        switch (data.RequestedLevel)
        {
            case RequestedDataLevel.None:
                return DataPlan.Empty with { DroppedFields = data.GivenFields() };
            case RequestedDataLevel.LevelII:
                return At(CommercialDataLevel.LevelII, data, amount, account);
            case RequestedDataLevel.LevelIII:
                return At(CommercialDataLevel.LevelIII, data, amount, account, highest);
        }

        // A lower level drops data, so it requires the permission to drop data.
        var plan = At(DataLevels.MadeBy(data), data, amount, account, highest);
        while (
            data.WhenNotExpressible == WhenNotExpressible.DropAndReport
            && plan is { IsPossible: false, Level: > CommercialDataLevel.LevelI }
        )
        {
            plan = At(plan.Level - 1, data, amount, account);
        }

        return plan;
    }

    /// <param name="field">The path of a property of the data, or <c>Amount</c>.</param>
    public static string PathOf(string field) =>
        field == nameof(ICommercialCardRequest.Amount)
            ? field
            : $"{nameof(ICommercialCardRequest.CommercialCardData)}.{field}";

    private static DataPlan At(
        CommercialDataLevel level,
        CommercialCardData data,
        Money amount,
        VirtualTerminalAccount account,
        CommercialDataLevel highest = CommercialDataLevel.LevelIII
    )
    {
        var problems = new ProblemList();
        var plan = new DataPlan { Level = level };
        if (level > highest)
        {
            problems.Add(
                nameof(data.LineItems),
                $"cannot be sent as {level} when the customer enters the card at the provider, which then accepts at most {highest}; {LeftOutRules.Remedy}"
            );
        }

        foreach (var field in DataLevels.Missing(data, level))
        {
            problems.Add(
                field,
                field == nameof(data.ShipTo)
                    ? $"is missing; {level} requires it or {nameof(data.ShipToStoredAddressId)}."
                    : $"is missing; {level} requires it, even when the amount is zero."
            );
        }

        if (level >= CommercialDataLevel.LevelII)
        {
            HeaderRules.Check(data, amount, account, problems);
            plan = plan with
            {
                Tax = DataLevels.TaxOf(data, account.Currency),
                Freight = data.Freight ?? Money.Zero(account.Currency),
                CustomerReference = data.CustomerReference,
            };
        }

        if (level == CommercialDataLevel.LevelIII)
        {
            ShippingRules.Check(data, account.Options, problems);
            LineRules.Check(data.LineItems, problems);
            plan = plan with
            {
                ShipTo = data.ShipTo,
                ShipToStoredAddressId = data.ShipToStoredAddressId,
                Lines = LinePrices.Plan(data, amount, account, problems),
            };
        }

        var leftOut = SentFields.LeftOut(data, level).ToList();
        LeftOutRules.Check(data, level, leftOut, problems);
        return plan with
        {
            DroppedFields = [.. leftOut],
            Problems = [.. problems.Problems.Select(problem => problem with { Field = PathOf(problem.Field) })],
        };
    }
}
