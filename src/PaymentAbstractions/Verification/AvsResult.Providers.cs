using static PaymentAbstractions.VerificationMatch;

namespace PaymentAbstractions;

/// <content>Reads the codes that providers send instead of a letter.</content>
public readonly partial struct AvsResult
{
    /// <summary>Reads the two words that Stripe sends. Never throws.</summary>
    /// <param name="line1Check">The result for the street: <c>pass</c>, <c>fail</c>, <c>unavailable</c> or <c>unchecked</c>.</param>
    /// <param name="postalCodeCheck">The result for the postal code, with the same words.</param>
    /// <returns>
    /// The result, without a letter. A missing word is <see cref="VerificationMatch.NotProvided"/>, an unknown one
    /// <see cref="VerificationMatch.NotVerified"/>.
    /// </returns>
    /// <remarks>Source: Stripe's card checks (<c>address_line1_check</c>, <c>address_postal_code_check</c>).</remarks>
    public static AvsResult FromStripe(string? line1Check, string? postalCodeCheck) =>
        FromWords(WordOf(line1Check), WordOf(postalCodeCheck));

    /// <summary>Reads the number that Adyen sends, with or without its text. Never throws.</summary>
    /// <param name="result">For example <c>7</c> or <c>7 Both postal code and address match</c>. Only the leading digits count.</param>
    /// <returns>
    /// The result, without a letter; <see cref="NotProvided"/> for <see langword="null"/>, blank text and 5, which means that no address
    /// was sent; an unmapped result for anything except 0 to 26.
    /// </returns>
    /// <remarks>
    /// Source: Adyen's <c>avsResult</c>. Public libraries read 7 as no match (sleet) and 13 and 17 as unavailable (active_merchant); this
    /// method follows Adyen's own texts.
    /// </remarks>
    public static AvsResult FromAdyen(string? result)
    {
        var text = result.AsSpan().Trim();
        return text.IsEmpty ? NotProvided
            : ProviderNumber.TryRead(text, out var number) && OfAdyen(number) is { } known ? known
            : new AvsResult(text.ToString(), meaning: null);
    }

    /// <summary>Reads the letters that Braintree sends. Never throws.</summary>
    /// <param name="streetResponseCode">
    /// The letter for the street: M, N, U (not verified), I (not sent), A (not applicable) or B (bypassed).
    /// </param>
    /// <param name="postalResponseCode">The letter for the postal code.</param>
    /// <param name="errorResponseCode">
    /// S (not supported) or E (system error); with any error, nothing is verified. The default is <see langword="null"/>.
    /// </param>
    /// <returns>The result, without a letter. An unknown letter is <see cref="VerificationMatch.NotVerified"/>.</returns>
    /// <remarks>
    /// Source: Braintree's AVS response codes. They are not the letters of the schemes: for <see cref="FromProvider"/>, N would apply to
    /// both the street and the postal code.
    /// </remarks>
    public static AvsResult FromBraintree(
        string? streetResponseCode,
        string? postalResponseCode,
        string? errorResponseCode = null
    ) =>
        string.IsNullOrWhiteSpace(errorResponseCode)
            ? FromWords(LetterOf(streetResponseCode), LetterOf(postalResponseCode))
            : FromWords(NotVerified, NotVerified);

    // Street, postal code, name. "Unknown" and "not checked" at Adyen become NotVerified.
    private static AvsResult? OfAdyen(int number) =>
        number switch
        {
            1 => FromWords(Match, NoMatch),
            2 => FromWords(NoMatch, NoMatch),
            5 => NotProvided,
            6 => FromWords(NoMatch, Match),
            7 => FromWords(Match, Match),
            9 or 12 => FromWords(Match, NotVerified),
            10 or 13 => FromWords(NoMatch, NotVerified),
            14 or 15 => FromWords(NotVerified, Match),
            16 or 17 => FromWords(NotVerified, NoMatch),
            0 or 3 or 4 or 8 or 11 or 18 => FromWords(NotVerified, NotVerified),
            19 => FromWords(NotVerified, Match, Match),
            20 => FromWords(Match, Match, Match),
            21 => FromWords(Match, NotVerified, Match),
            22 => FromWords(NotVerified, NotVerified, Match),
            23 => FromWords(NotVerified, Match, NoMatch),
            24 => FromWords(Match, Match, NoMatch),
            25 => FromWords(Match, NotVerified, NoMatch),
            26 => FromWords(NoMatch, NoMatch, NoMatch),
            _ => null,
        };

    private static VerificationMatch WordOf(string? word) =>
        word?.Trim().ToUpperInvariant() switch
        {
            null or "" => VerificationMatch.NotProvided,
            "PASS" => Match,
            "FAIL" => NoMatch,
            _ => NotVerified,
        };

    private static VerificationMatch LetterOf(string? letter) =>
        letter?.Trim().ToUpperInvariant() switch
        {
            null or "" or "I" or "A" => VerificationMatch.NotProvided,
            "M" => Match,
            "N" => NoMatch,
            _ => NotVerified,
        };
}
