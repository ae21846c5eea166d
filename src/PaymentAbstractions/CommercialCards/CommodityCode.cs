using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>A commodity code and the catalog that it is taken from, for example 8471.30 of the Harmonized System.</summary>
/// <remarks>
/// The code is kept as the merchant writes it; an adapter should send <see cref="Normalized"/> where its provider takes letters and digits
/// only, which none of this library's does. Immutable, compares by value.
/// </remarks>
public sealed record CommodityCode
{
    /// <summary>The code as the catalog has it, at most 12 characters at most providers.</summary>
    public required string Code { get; init; }

    /// <summary>The catalog. Default: not said.</summary>
    public CommodityScheme Scheme { get; init; }

    /// <summary>A code without a catalog.</summary>
    /// <param name="code">The code; none stays none.</param>
    /// <returns>The code, of the catalog <see cref="CommodityScheme.NotProvided"/>.</returns>
    [return: NotNullIfNotNull(nameof(code))]
    public static implicit operator CommodityCode?(string? code) => FromString(code);

    /// <summary>Makes a code without a catalog.</summary>
    /// <param name="code">The code; none stays none.</param>
    /// <returns>The code, of the catalog <see cref="CommodityScheme.NotProvided"/>.</returns>
    [return: NotNullIfNotNull(nameof(code))]
    public static CommodityCode? FromString(string? code) => code is null ? null : new CommodityCode { Code = code };

    /// <summary>The code without the points, hyphens and spaces that its catalog is printed with, for example <c>847130</c>.</summary>
    /// <returns>The code as it is where the catalog is not one of those with digits.</returns>
    /// <remarks>Source: Heartland takes letters and digits only.</remarks>
    public string Normalized() =>
        Digits(Scheme).Length > 0 && Code.AsSpan().ContainsAny(".- ")
            ? string.Concat(Code.Where(c => c is not ('.' or '-' or ' ')))
            : Code;

    /// <summary>Whether the code has as many digits as those of its catalog have, separators aside.</summary>
    /// <returns>True where no form is known of the catalog.</returns>
    public bool HasFormOfScheme()
    {
        var lengths = Digits(Scheme);
        if (lengths.Length == 0)
        {
            return true;
        }

        var digits = 0;
        foreach (var c in Code.AsSpan())
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('.' or '-' or ' '))
            {
                return false;
            }
        }

        return lengths.Contains(digits);
    }

    /// <summary>How many digits the codes of a catalog have. NIGP: Worldpay; the others are general knowledge, unconfirmed.</summary>
    private static ReadOnlySpan<int> Digits(CommodityScheme scheme) =>
        scheme switch
        {
            CommodityScheme.Unspsc => [8],
            CommodityScheme.HarmonizedSystem => [6],
            CommodityScheme.UsHarmonizedTariff => [10],
            CommodityScheme.Nigp => [3, 5, 7, 11],
            _ => [],
        };
}
