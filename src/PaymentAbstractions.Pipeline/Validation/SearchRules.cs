namespace PaymentAbstractions;

/// <summary>The rules of a query for transactions for every provider, based on what its gateway can list.</summary>
internal static class SearchRules
{
    public static void Check(TransactionQuery query, ConfiguredGateway gateway, ProblemList problems)
    {
        if (query.CustomerId is not null)
        {
            RequestRules.CheckId(nameof(query.CustomerId), query.CustomerId, problems);
        }
        else if (gateway.Capabilities.Search?.RequiresCustomer == true)
        {
            problems.Add(
                nameof(query.CustomerId),
                $"is missing; the gateway '{gateway.Name}' lists the transactions of one customer at a time."
            );
        }

        if (query.From >= query.Until)
        {
            problems.Add(
                nameof(query.Until),
                $"is {query.Until:u}, which is not after {nameof(query.From)}, {query.From:u}; give a later time."
            );
        }

        RequestRules.CheckOptions(query.ProviderOptions, problems);
        foreach (
            var operation in query.Operations.Where(one => !Enum.IsDefined(one) || one == PaymentOperation.Unknown)
        )
        {
            problems.Add(nameof(query.Operations), $"has {operation}, which is not an operation; leave it out.");
        }
    }
}
