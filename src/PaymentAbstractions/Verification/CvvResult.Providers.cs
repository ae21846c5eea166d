namespace PaymentAbstractions;

/// <content>Reads the codes that providers send instead of a letter of the schemes.</content>
public readonly partial struct CvvResult
{
    /// <summary>Reads the word that Stripe sends. Never throws.</summary>
    /// <param name="cvcCheck"><c>pass</c>, <c>fail</c>, <c>unavailable</c> or <c>unchecked</c>.</param>
    /// <returns>
    /// The result, without a letter; <see cref="NotProvided"/> for <see langword="null"/> and blank text, an unmapped one for an unknown
    /// word.
    /// </returns>
    /// <remarks>Source: Stripe's card checks (<c>cvc_check</c>).</remarks>
    public static CvvResult FromStripe(string? cvcCheck)
    {
        var text = cvcCheck.AsSpan().Trim();
        CvvStatus? status =
            text.IsEmpty ? CvvStatus.NotProvided
            : text.Equals("pass", StringComparison.OrdinalIgnoreCase) ? CvvStatus.Match
            : text.Equals("fail", StringComparison.OrdinalIgnoreCase) ? CvvStatus.NoMatch
            : text.Equals("unavailable", StringComparison.OrdinalIgnoreCase) ? CvvStatus.IssuerNotParticipating
            : text.Equals("unchecked", StringComparison.OrdinalIgnoreCase) ? CvvStatus.NotProcessed
            : null;
        return Of(status, text);
    }

    /// <summary>Reads the number that Adyen sends, with or without its text. Never throws.</summary>
    /// <param name="result">For example <c>1</c> or <c>1 Matches</c>. Only the leading digits count.</param>
    /// <returns>
    /// The result, without a letter; <see cref="NotProvided"/> for <see langword="null"/>, blank text and 6, which means that no code was
    /// sent; an unmapped result for anything except 0 to 6.
    /// </returns>
    /// <remarks>Source: Adyen's <c>cvcResult</c>.</remarks>
    public static CvvResult FromAdyen(string? result)
    {
        var text = result.AsSpan().Trim();
        CvvStatus? status =
            text.IsEmpty ? CvvStatus.NotProvided
            : !ProviderNumber.TryRead(text, out var number) ? null
            : number switch
            {
                0 or 3 => CvvStatus.NotProcessed,
                1 => CvvStatus.Match,
                2 => CvvStatus.NoMatch,
                4 => CvvStatus.ShouldBePresent,
                5 => CvvStatus.IssuerNotParticipating,
                6 => CvvStatus.NotProvided,
                _ => null,
            };
        return Of(status, text);
    }

    /// <summary>Reads the letter that Braintree sends. Never throws.</summary>
    /// <param name="responseCode">
    /// M, N, U (not verified), I (not sent), S (issuer does not take part), A (not applicable) or B (bypassed).
    /// </param>
    /// <returns>
    /// The result, without a letter; <see cref="NotProvided"/> for <see langword="null"/>, blank text, I and A; an unmapped one for an
    /// unknown letter.
    /// </returns>
    /// <remarks>
    /// Source: Braintree's CVV response codes; S is general knowledge, unconfirmed. They are not the letters of the schemes: for
    /// <see cref="FromProvider"/>, I would be invalid data.
    /// </remarks>
    public static CvvResult FromBraintree(string? responseCode)
    {
        var text = responseCode.AsSpan().Trim();
        CvvStatus? status = text switch
        {
            "" or "I" or "i" or "A" or "a" => CvvStatus.NotProvided,
            "M" or "m" => CvvStatus.Match,
            "N" or "n" => CvvStatus.NoMatch,
            "U" or "u" or "S" or "s" => CvvStatus.IssuerNotParticipating,
            "B" or "b" => CvvStatus.NotProcessed,
            _ => null,
        };
        return Of(status, text);
    }

    private static CvvResult Of(CvvStatus? status, ReadOnlySpan<char> text) =>
        status is { } known ? FromStatus(known) : Unmapped(text);
}
