using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>How one card brand reads one response code: a row of the <see cref="ResponseCodeTable"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ResponseRow
{
    /// <summary>Creates a row without a code; see the members that are required.</summary>
    public ResponseRow() { }

    /// <summary>Creates a neutral row.</summary>
    /// <param name="code">See <see cref="Code"/>.</param>
    /// <param name="meaning">See <see cref="Meaning"/>.</param>
    /// <param name="category">See <see cref="Category"/>.</param>
    /// <param name="advice">See <see cref="Advice"/>.</param>
    [SetsRequiredMembers]
    public ResponseRow(string code, string meaning, ResponseCategory category, ResponseAdvice advice)
    {
        (Code, Meaning, Category, Advice) = (code, meaning, category, advice);
    }

    /// <summary>What is sent: two digits or letters, or the three digits of ISO 8583:1993 and American Express.</summary>
    public required string Code { get; init; }

    /// <summary>What it means, in English, for people who read logs.</summary>
    public required string Meaning { get; init; }

    /// <summary>The reason that stands behind it.</summary>
    public required ResponseCategory Category { get; init; }

    /// <summary>What to do next.</summary>
    public required ResponseAdvice Advice { get; init; }

    /// <summary>The brand whose reading it is; not specified for the neutral rows, which all brands share.</summary>
    public CardBrand Brand { get; init; }

    /// <summary>The two characters that a code of three digits comes to; none for a code of two.</summary>
    public string? MapsTo { get; init; }

    /// <summary>Visa's category of the decline; none for other brands, which have no such thing.</summary>
    public RetryCategory RetryCategory { get; init; }

    /// <summary>How often the scheme lets it be tried again, where that is not what it says of all declines.</summary>
    public RetryAllowance? Retries { get; init; }

    /// <summary>Whether it is the reading of payments that nothing authenticated: a soft decline. The others have the row besides.</summary>
    public bool IsForUnauthenticated { get; init; }

    /// <summary>Who published it, and when where that is known.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it is a conservative reading that no source was found for, or for which the sources disagree.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The two characters of the result.</summary>
    internal string Value => MapsTo ?? Code;

    /// <summary>Whether it stands against nothing.</summary>
    internal bool IsMild =>
        Category
            is ResponseCategory.Approved
                or ResponseCategory.PartiallyApproved
                or ResponseCategory.NoReasonToDecline;

    /// <summary>How strict the reading is: of several that are possible the one with the highest number counts.</summary>
    internal int Strictness =>
        IsMild ? 0
        : Category == ResponseCategory.Unmapped ? 1
        : StrictnessOf(Advice);

    /// <summary>How the row contradicts itself, in words; none when it does not.</summary>
    internal string? Contradiction =>
        IsMild && (Advice != ResponseAdvice.None || RetryCategory != RetryCategory.None)
            ? "approves, and has advice or a category of declines"
        : !IsMild && Category != ResponseCategory.Unmapped && Advice == ResponseAdvice.None ? "declines without advice"
        : RetryCategory == RetryCategory.NeverRetry
        && Advice is not (ResponseAdvice.DoNotRetry or ResponseAdvice.UseAnotherMethod)
            ? "is never to be tried again, and its advice leads to another try"
        : RetryCategory != RetryCategory.None && Brand != CardBrand.Visa ? "has a category, and only Visa's have one"
        : Category == ResponseCategory.Unmapped ? "has no category"
        : null;

    internal static int StrictnessOf(ResponseAdvice advice) => 2 + Array.IndexOf(FromMildest, advice);

    private static readonly ResponseAdvice[] FromMildest =
    [
        ResponseAdvice.None,
        ResponseAdvice.RetryLater,
        ResponseAdvice.FixData,
        ResponseAdvice.AuthenticateCustomer,
        ResponseAdvice.BringCustomerBack,
        ResponseAdvice.CallIssuer,
        ResponseAdvice.UseAnotherMethod,
        ResponseAdvice.FixConfiguration,
        ResponseAdvice.LookUp,
        ResponseAdvice.DoNotRetry,
    ];
}
