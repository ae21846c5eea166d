namespace PaymentAbstractions.Sandbox;

/// <summary>The behavior of a <see cref="VirtualTerminalSandbox"/> where the provider's documentation is ambiguous.</summary>
/// <remarks>
/// An adapter's guarantee counts only if it holds in every profile of <see cref="All"/>. The defaults are those of
/// <see cref="Documented"/>.
/// </remarks>
public sealed record VirtualTerminalSandboxProfile
{
    /// <summary>Each switch has the value that is most likely according to the documentation.</summary>
    public static VirtualTerminalSandboxProfile Documented { get; } = new() { Name = nameof(Documented) };

    /// <summary>Each switch has the value that gives an adapter the least information.</summary>
    /// <remarks>
    /// <see cref="NewShippingId"/> is unchanged, because an adapter must be configured for it, and so is <see cref="DuplicateCheck"/>,
    /// because without it a repeated request actually charges.
    /// </remarks>
    public static VirtualTerminalSandboxProfile Pessimistic { get; } =
        new()
        {
            Name = nameof(Pessimistic),
            DescriptionEchoed = false,
            ListsAuthorizations = false,
            ListsCredits = false,
            BadKeyAnswer = VirtualTerminalBadKeyAnswer.NotFound404,
            DeclineForm = VirtualTerminalDeclineForm.BadRequestWithErrorHeader,
            CaptureAnswerId = VirtualTerminalCaptureAnswerId.TransactionId,
            TypeVocabulary = VirtualTerminalTypeVocabulary.Capitalized,
            NumericIdsAsStrings = true,
            Naming = VirtualTerminalNaming.Varied,
            GetShowsIdZero = true,
            LevelRule = VirtualTerminalLevelRule.NullCounts,
            CaptureAmountMeaning = VirtualTerminalCaptureAmountMeaning.Authorized,
            ChecksSum = false,
            ZeroPrice = VirtualTerminalZeroPrice.CatalogPrice,
            LineTotalRounding = VirtualTerminalLineTotalRounding.Truncated,
            UnknownProduct = VirtualTerminalUnknownProduct.LineIgnored,
        };

    /// <summary>
    /// <see cref="Documented"/>, one profile for each single deviation from it, and <see cref="Pessimistic"/>, so that every value of every
    /// switch occurs.
    /// </summary>
    public static IReadOnlyList<VirtualTerminalSandboxProfile> All { get; } =
    [
        Documented,
        new() { Name = "NewShippingIdIsMinusOne", NewShippingId = -1 },
        new() { Name = "DescriptionDropped", DescriptionEchoed = false },
        new() { Name = "AuthorizationsUnlisted", ListsAuthorizations = false },
        new() { Name = "CreditsUnlisted", ListsCredits = false },
        new() { Name = "BadKeyUnauthorized", BadKeyAnswer = VirtualTerminalBadKeyAnswer.Unauthorized401 },
        new() { Name = "DeclineInHeader", DeclineForm = VirtualTerminalDeclineForm.BadRequestWithErrorHeader },
        new() { Name = "CaptureAnswersTransactionId", CaptureAnswerId = VirtualTerminalCaptureAnswerId.TransactionId },
        new() { Name = "TypesCapitalized", TypeVocabulary = VirtualTerminalTypeVocabulary.Capitalized },
        new() { Name = "IdsAsStrings", NumericIdsAsStrings = true },
        new() { Name = "NamesVaried", Naming = VirtualTerminalNaming.Varied },
        new() { Name = "GetShowsZero", GetShowsIdZero = true },
        new() { Name = "DuplicatesRefused", DuplicateCheck = TimeSpan.FromMinutes(20) },
        new() { Name = "NullLiftsLevel", LevelRule = VirtualTerminalLevelRule.NullCounts },
        new() { Name = "OnlyValuesLiftLevel", LevelRule = VirtualTerminalLevelRule.OnlyValuesCount },
        new()
        {
            Name = "CaptureAmountShowsAuthorized",
            CaptureAmountMeaning = VirtualTerminalCaptureAmountMeaning.Authorized,
        },
        new() { Name = "SumUnchecked", ChecksSum = false },
        new() { Name = "ZeroPriceIsCatalogs", ZeroPrice = VirtualTerminalZeroPrice.CatalogPrice },
        new() { Name = "LineTotalsRounded", LineTotalRounding = VirtualTerminalLineTotalRounding.AwayFromZero },
        new() { Name = "LineTotalsTruncated", LineTotalRounding = VirtualTerminalLineTotalRounding.Truncated },
        new() { Name = "UnknownProductsIgnored", UnknownProduct = VirtualTerminalUnknownProduct.LineIgnored },
        Pessimistic,
    ];

    /// <summary>The profile's name, for test output.</summary>
    public required string Name { get; init; }

    /// <summary>The <c>ShippingId</c> that indicates a new address: 0 or -1; it is missing from the documentation. Default 0.</summary>
    public long NewShippingId { get; init; }

    /// <summary>Whether answers show the description of a request. Default true.</summary>
    public bool DescriptionEchoed { get; init; } = true;

    /// <summary>Whether the list of unsettled transactions contains open authorizations. Default true.</summary>
    public bool ListsAuthorizations { get; init; } = true;

    /// <summary>Whether the list of unsettled transactions contains credits. Default true.</summary>
    public bool ListsCredits { get; init; } = true;

    /// <summary>The answer to a wrong key.</summary>
    public VirtualTerminalBadKeyAnswer BadKeyAnswer { get; init; }

    /// <summary>The format of a decline of <c>transaction/add</c>.</summary>
    public VirtualTerminalDeclineForm DeclineForm { get; init; }

    /// <summary>The name of the id in the answer to a capture.</summary>
    public VirtualTerminalCaptureAnswerId CaptureAnswerId { get; init; }

    /// <summary>The names of transaction types.</summary>
    public VirtualTerminalTypeVocabulary TypeVocabulary { get; init; }

    /// <summary>Whether ids in answers are texts instead of numbers. Default false.</summary>
    public bool NumericIdsAsStrings { get; init; }

    /// <summary>The spelling of member names.</summary>
    public VirtualTerminalNaming Naming { get; init; }

    /// <summary>Whether the answer to reading one transaction has the id 0, which a document says to disregard. Default false.</summary>
    public bool GetShowsIdZero { get; init; }

    /// <summary>
    /// How long the same type, card and amount is refused as a duplicate. Default null: never. The usual value at the gateway behind the
    /// provider is 20 minutes.
    /// </summary>
    public TimeSpan? DuplicateCheck { get; init; }

    /// <summary>The Level II fields that raise a transaction above Level I.</summary>
    public VirtualTerminalLevelRule LevelRule { get; init; }

    /// <summary>The meaning of <c>CaptureAmount</c>.</summary>
    public VirtualTerminalCaptureAmountMeaning CaptureAmountMeaning { get; init; }

    /// <summary>
    /// Whether the amount is compared with the line items, the tax and the freight. Default true. Otherwise a wrong sum is charged
    /// unchanged.
    /// </summary>
    public bool ChecksSum { get; init; } = true;

    /// <summary>The price of a line item with the price 0.</summary>
    public VirtualTerminalZeroPrice ZeroPrice { get; init; }

    /// <summary>The handling of a line item whose total has fractions of a cent.</summary>
    public VirtualTerminalLineTotalRounding LineTotalRounding { get; init; }

    /// <summary>The handling of a line item whose product is not in the catalog.</summary>
    public VirtualTerminalUnknownProduct UnknownProduct { get; init; }

    /// <summary>Returns the name of the profile.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
