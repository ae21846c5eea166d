using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>The meaning of one response code for one card brand: a row of a <see cref="ResponseCodeTable"/>.</summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed record ResponseRow
{
    /// <summary>Creates an empty row; set the required members.</summary>
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

    /// <summary>The code as it is sent: two digits or letters, or the three digits of ISO 8583:1993 and American Express.</summary>
    public required string Code { get; init; }

    /// <summary>The meaning in English, for logs.</summary>
    public required string Meaning { get; init; }

    /// <summary>The reason of the code.</summary>
    public required ResponseCategory Category { get; init; }

    /// <summary>What to do next.</summary>
    public required ResponseAdvice Advice { get; init; }

    /// <summary>The brand; not specified for the neutral rows, which all brands share.</summary>
    public CardBrand Brand { get; init; }

    /// <summary>The two characters that a three-digit code maps to; <see langword="null"/> for a two-character code.</summary>
    public string? MapsTo { get; init; }

    /// <summary>Visa's category of the decline; None for other brands, which do not have categories.</summary>
    public RetryCategory RetryCategory { get; init; }

    /// <summary>How often the scheme allows another try, when that differs from its rule for all declines.</summary>
    public RetryAllowance? Retries { get; init; }

    /// <summary>
    /// Whether the row applies to payments without an authentication: a soft decline. Other payments use the row without this flag.
    /// </summary>
    public bool IsForUnauthenticated { get; init; }

    /// <summary>The publisher of the data, and the date when it is known.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether this is a conservative interpretation for which no source was found or the sources disagree.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The two characters of the result.</summary>
    internal string Value => MapsTo ?? Code;

    /// <summary>Whether the code approves something.</summary>
    internal bool IsMild =>
        Category
            is ResponseCategory.Approved
                or ResponseCategory.PartiallyApproved
                or ResponseCategory.NoReasonToDecline;

    /// <summary>The strictness of the row: of several possible rows, the one with the highest number applies.</summary>
    internal int Strictness =>
        IsMild ? 0
        : Category == ResponseCategory.Unmapped ? 1
        : StrictnessOf(Advice);

    /// <summary>How the row contradicts itself; <see langword="null"/> when it does not.</summary>
    internal string? Contradiction =>
        IsMild && (Advice != ResponseAdvice.None || RetryCategory != RetryCategory.None)
            ? "approves, but has the advice or the category of a decline"
        : !IsMild && Category != ResponseCategory.Unmapped && Advice == ResponseAdvice.None ? "declines without advice"
        : RetryCategory == RetryCategory.NeverRetry
        && Advice is not (ResponseAdvice.DoNotRetry or ResponseAdvice.UseAnotherMethod)
            ? "must never be tried again, but its advice leads to another try"
        : RetryCategory != RetryCategory.None && Brand != CardBrand.Visa
            ? "has a retry category, which only Visa rows have"
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
