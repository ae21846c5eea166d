namespace PaymentAbstractions.Sandbox;

/// <summary>The behavior of a <see cref="RebillySandbox"/> where the provider's documentation is ambiguous.</summary>
/// <remarks>
/// An adapter's guarantee counts only if it holds in every profile of <see cref="All"/>. The defaults are those of
/// <see cref="Documented"/>.
/// </remarks>
public sealed record RebillySandboxProfile
{
    /// <summary>Each switch has the value that is most likely according to the documentation.</summary>
    public static RebillySandboxProfile Documented { get; } = new() { Name = nameof(Documented) };

    /// <summary>Each switch has the value that gives an adapter the least information.</summary>
    public static RebillySandboxProfile Pessimistic { get; } =
        new()
        {
            Name = nameof(Pessimistic),
            RequestIdFilter = RebillyFilterSupport.Ignored,
            ParentFilter = RebillyFilterSupport.Ignored,
            DescriptionEchoed = false,
            OverRefund = RebillyOverRefundAnswer.Refused409,
            PartialVoidOfUnsettled = RebillyPartialVoidAnswer.Refused422,
            ListOmits = RebillyListOmission.AuthorizationsAndCredits,
            ProblemContentType = "application/problem+json",
            PayoutStatuses = RebillyPayoutStatuses.Earlier,
            PayoutCustomerFilter = RebillyFilterSupport.Ignored,
        };

    /// <summary>
    /// <see cref="Documented"/>, one profile for each single deviation from it, and <see cref="Pessimistic"/>, so that every value of every
    /// switch occurs.
    /// </summary>
    public static IReadOnlyList<RebillySandboxProfile> All { get; } =
    [
        Documented,
        new() { Name = "DuplicateReturnsOriginal", DuplicateAnswer = RebillyDuplicateAnswer.Created201WithOriginal },
        new() { Name = "RequestIdFilterIgnored", RequestIdFilter = RebillyFilterSupport.Ignored },
        new() { Name = "ParentFilterIgnored", ParentFilter = RebillyFilterSupport.Ignored },
        new() { Name = "DescriptionDropped", DescriptionEchoed = false },
        new() { Name = "OverRefundConflicts", OverRefund = RebillyOverRefundAnswer.Refused409 },
        new() { Name = "PartialVoidRefused", PartialVoidOfUnsettled = RebillyPartialVoidAnswer.Refused422 },
        new() { Name = "ListOmitsSome", ListOmits = RebillyListOmission.AuthorizationsAndCredits },
        new() { Name = "EarlierPayoutStatuses", PayoutStatuses = RebillyPayoutStatuses.Earlier },
        new() { Name = "PayoutCustomerFilterIgnored", PayoutCustomerFilter = RebillyFilterSupport.Ignored },
        new() { Name = "ProblemJson", ProblemContentType = "application/problem+json" },
        Pessimistic,
    ];

    /// <summary>The profile's name, for test output.</summary>
    public required string Name { get; init; }

    /// <summary>The answer to a repeated request id within 24 hours.</summary>
    public RebillyDuplicateAnswer DuplicateAnswer { get; init; }

    /// <summary>Whether <c>filter=requestId:…</c> narrows the list of transactions.</summary>
    public RebillyFilterSupport RequestIdFilter { get; init; }

    /// <summary>Whether <c>filter=parentTransactionId:…</c> narrows the list of transactions.</summary>
    public RebillyFilterSupport ParentFilter { get; init; }

    /// <summary>Whether answers show the description of a request. Default true.</summary>
    public bool DescriptionEchoed { get; init; } = true;

    /// <summary>The refusal of a refund that exceeds what is left.</summary>
    public RebillyOverRefundAnswer OverRefund { get; init; }

    /// <summary>The effect of a partial refund of an unsettled charge.</summary>
    public RebillyPartialVoidAnswer PartialVoidOfUnsettled { get; init; }

    /// <summary>The transactions that the list omits.</summary>
    public RebillyListOmission ListOmits { get; init; }

    /// <summary>The format of payout requests.</summary>
    public RebillyPayoutStatuses PayoutStatuses { get; init; }

    /// <summary>Whether <c>filter=customerId:…</c> narrows the list of payout requests.</summary>
    public RebillyFilterSupport PayoutCustomerFilter { get; init; }

    /// <summary>The content type of problem answers. Default <c>application/json</c>.</summary>
    public string ProblemContentType { get; init; } = "application/json";

    /// <summary>Returns the name of the profile.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
