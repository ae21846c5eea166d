namespace PaymentAbstractions.Sandbox;

/// <summary>How a <see cref="VirtualTerminalSandbox"/> behaves where the provider's documents leave a choice.</summary>
/// <remarks>
/// A guarantee of an adapter counts only if it holds in every profile of <see cref="All"/>. The defaults are those of
/// <see cref="Documented"/>.
/// </remarks>
public sealed record VirtualTerminalSandboxProfile
{
    /// <summary>Each switch at the value that the documents make most likely.</summary>
    public static VirtualTerminalSandboxProfile Documented { get; } = new() { Name = nameof(Documented) };

    /// <summary>Each switch at the value that tells an adapter the least.</summary>
    /// <remarks>
    /// <see cref="NewShippingId"/> stays, since an adapter has to be configured for it, and so does
    /// <see cref="DuplicateCheck"/>: without it a repetition really charges.
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
    /// <see cref="Documented"/>, one profile per single deviation from it, and <see cref="Pessimistic"/>: every value of
    /// every switch occurs.
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

    /// <summary>The <c>ShippingId</c> that announces a new address: 0 or -1; the documents have lost it. Default 0.</summary>
    public long NewShippingId { get; init; }

    /// <summary>Whether answers show the description that a request carried. Default true.</summary>
    public bool DescriptionEchoed { get; init; } = true;

    /// <summary>Whether the not-settled list has open authorizations. Default true.</summary>
    public bool ListsAuthorizations { get; init; } = true;

    /// <summary>Whether the not-settled list has credits. Default true.</summary>
    public bool ListsCredits { get; init; } = true;

    /// <summary>What a wrong key answers.</summary>
    public VirtualTerminalBadKeyAnswer BadKeyAnswer { get; init; }

    /// <summary>How a decline of <c>transaction/add</c> looks.</summary>
    public VirtualTerminalDeclineForm DeclineForm { get; init; }

    /// <summary>The name of the id in the answer to a capture.</summary>
    public VirtualTerminalCaptureAnswerId CaptureAnswerId { get; init; }

    /// <summary>The words for types of transactions.</summary>
    public VirtualTerminalTypeVocabulary TypeVocabulary { get; init; }

    /// <summary>Whether ids in answers are texts instead of numbers. Default false.</summary>
    public bool NumericIdsAsStrings { get; init; }

    /// <summary>How members are spelled.</summary>
    public VirtualTerminalNaming Naming { get; init; }

    /// <summary>Whether reading one transaction answers with the id 0, which a document says to disregard. Default false.</summary>
    public bool GetShowsIdZero { get; init; }

    /// <summary>
    /// How long the same type, card and amount is refused as a duplicate. Default null: never. Its usual value at the
    /// gateway behind the provider is 20 minutes.
    /// </summary>
    public TimeSpan? DuplicateCheck { get; init; }

    /// <summary>Which Level II fields lift a transaction above Level I.</summary>
    public VirtualTerminalLevelRule LevelRule { get; init; }

    /// <summary>What <c>CaptureAmount</c> shows.</summary>
    public VirtualTerminalCaptureAmountMeaning CaptureAmountMeaning { get; init; }

    /// <summary>
    /// Whether the amount is compared with the line items, the tax and the freight. Default true. Without it a wrong sum is
    /// charged as it is.
    /// </summary>
    public bool ChecksSum { get; init; } = true;

    /// <summary>What a line item with the price 0 costs.</summary>
    public VirtualTerminalZeroPrice ZeroPrice { get; init; }

    /// <summary>What becomes of a line item whose total has fractions of a cent.</summary>
    public VirtualTerminalLineTotalRounding LineTotalRounding { get; init; }

    /// <summary>What becomes of a line item whose product is not in the catalog.</summary>
    public VirtualTerminalUnknownProduct UnknownProduct { get; init; }

    /// <summary>Names the profile.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
