using static PaymentAbstractions.VerificationMatch;

namespace PaymentAbstractions;

/// <summary>The AVS letters: street, postal code and, where it is checked, the name.</summary>
internal static class AvsTable
{
    private const int Letters = 26;

    private static readonly AvsMeaning?[] Common = Index([
        new("A", Match, NoMatch),
        new("B", Match, NotVerified),
        new("C", NotVerified, NotVerified),
        new("D", Match, Match),
        new("E", NotVerified, NotVerified),
        new("F", Match, Match),
        new("G", NotVerified, NotVerified),
        new("H", Match, Match, NoMatch),
        new("I", NotVerified, NotVerified),
        new("J", Match, Match, Match),
        new("K", NoMatch, NoMatch, Match),
        new("L", NoMatch, Match, Match),
        new("M", Match, Match),
        new("N", NoMatch, NoMatch),
        new("O", Match, NoMatch, Match),
        new("P", NotVerified, Match),
        new("Q", Match, Match, Match),
        new("R", NotVerified, NotVerified),
        new("S", NotVerified, NotVerified),
        new("T", Match, NoMatch, NoMatch),
        new("U", NotVerified, NotVerified),
        new("V", Match, Match, Match),
        new("W", NoMatch, Match),
        new("X", Match, Match),
        new("Y", Match, Match),
        new("Z", NoMatch, Match),
    ]);

    // Discover: A and Y are swapped, T is only the nine-digit postal code, W means that there is no data.
    private static readonly AvsMeaning?[] Discover = Index([
        new("A", Match, Match),
        new("T", NoMatch, Match),
        new("W", NotVerified, NotVerified),
        new("Y", Match, NoMatch),
    ]);

    // American Express: D means that the postal code matches and the name does not (Moneris); for E, the address matches, too. F is
    // published both as the postal code and as the address, so neither counts as confirmed.
    private static readonly AvsMeaning?[] AmericanExpress = Index([
        new("D", NotVerified, Match, NoMatch),
        new("E", Match, Match, NoMatch),
        new("F", NotVerified, NotVerified, NoMatch),
    ]);

    /// <summary>Finds the meaning of a letter, ignoring case; <see langword="null"/> when it is not an ASCII letter.</summary>
    public static AvsMeaning? Find(char letter, CardBrand brand)
    {
        if (!char.IsAsciiLetter(letter))
        {
            return null;
        }

        var position = (letter | 0x20) - 'a';
        var own =
            brand == CardBrand.Discover ? Discover[position]
            : brand == CardBrand.AmericanExpress ? AmericanExpress[position]
            : null;
        return own ?? Common[position];
    }

    private static AvsMeaning?[] Index(AvsMeaning[] meanings)
    {
        var index = new AvsMeaning?[Letters];
        foreach (var meaning in meanings)
        {
            index[meaning.Code[0] - 'A'] = meaning;
        }

        return index;
    }
}
