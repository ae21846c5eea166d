namespace PaymentAbstractions.Sandbox;

/// <summary>How a <see cref="RebillySandbox"/> behaves where the provider's documents leave a choice.</summary>
/// <remarks>
/// A guarantee of an adapter counts only if it holds in every profile of <see cref="All"/>. The defaults are those of
/// <see cref="Documented"/>.
/// </remarks>
public sealed record RebillySandboxProfile
{
    /// <summary>Each switch at the value that the documents make most likely.</summary>
    public static RebillySandboxProfile Documented { get; } = new() { Name = nameof(Documented) };

    /// <summary>Each switch at the value that tells an adapter the least.</summary>
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
    /// <see cref="Documented"/>, one profile per single deviation from it, and <see cref="Pessimistic"/>: every value of
    /// every switch occurs.
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

    /// <summary>What a repeated request id answers within 24 hours.</summary>
    public RebillyDuplicateAnswer DuplicateAnswer { get; init; }

    /// <summary>Whether <c>filter=requestId:…</c> narrows the list of transactions.</summary>
    public RebillyFilterSupport RequestIdFilter { get; init; }

    /// <summary>Whether <c>filter=parentTransactionId:…</c> narrows the list of transactions.</summary>
    public RebillyFilterSupport ParentFilter { get; init; }

    /// <summary>Whether answers show the description that a request carried. Default true.</summary>
    public bool DescriptionEchoed { get; init; } = true;

    /// <summary>How a refund beyond what is left is refused.</summary>
    public RebillyOverRefundAnswer OverRefund { get; init; }

    /// <summary>What a refund of part of an unsettled charge does.</summary>
    public RebillyPartialVoidAnswer PartialVoidOfUnsettled { get; init; }

    /// <summary>Which transactions the list leaves out.</summary>
    public RebillyListOmission ListOmits { get; init; }

    /// <summary>Which form payout requests have.</summary>
    public RebillyPayoutStatuses PayoutStatuses { get; init; }

    /// <summary>Whether <c>filter=customerId:…</c> narrows the list of payout requests.</summary>
    public RebillyFilterSupport PayoutCustomerFilter { get; init; }

    /// <summary>The content type of problem answers. Default <c>application/json</c>.</summary>
    public string ProblemContentType { get; init; } = "application/json";

    /// <summary>Names the profile.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
