using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>A commodity code and the catalog that it is taken from, for example 8471.30 of the Harmonized System.</summary>
/// <remarks>
/// The code is stored as the merchant writes it. An adapter whose provider accepts only letters and digits should send
/// <see cref="Normalized"/>; none of this library's providers requires that. Instances are immutable and compare by value.
/// </remarks>
public sealed record CommodityCode
{
    /// <summary>The code as the catalog has it. Most providers accept at most 12 characters.</summary>
    public required string Code { get; init; }

    /// <summary>The catalog. The default is <see cref="CommodityScheme.NotProvided"/>.</summary>
    public CommodityScheme Scheme { get; init; }

    /// <summary>Converts a string to a code without a catalog.</summary>
    /// <param name="code">The code; <see langword="null"/> stays <see langword="null"/>.</param>
    /// <returns>The code, with the catalog <see cref="CommodityScheme.NotProvided"/>.</returns>
    [return: NotNullIfNotNull(nameof(code))]
    public static implicit operator CommodityCode?(string? code) => FromString(code);

    /// <summary>Creates a code without a catalog.</summary>
    /// <param name="code">The code; <see langword="null"/> stays <see langword="null"/>.</param>
    /// <returns>The code, with the catalog <see cref="CommodityScheme.NotProvided"/>.</returns>
    [return: NotNullIfNotNull(nameof(code))]
    public static CommodityCode? FromString(string? code) => code is null ? null : new CommodityCode { Code = code };

    /// <summary>The code without the points, hyphens and spaces that the catalog prints, for example <c>847130</c>.</summary>
    /// <returns>The code; unchanged when the catalog does not use digits.</returns>
    /// <remarks>Source: Heartland accepts letters and digits only.</remarks>
    public string Normalized() =>
        Digits(Scheme).Length > 0 && Code.AsSpan().ContainsAny(".- ")
            ? string.Concat(Code.Where(c => c is not ('.' or '-' or ' ')))
            : Code;

    /// <summary>Whether the code has the number of digits that its catalog requires, without separators.</summary>
    /// <returns><see langword="true"/> when the form of the catalog's codes is not known.</returns>
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

    /// <summary>The numbers of digits of a catalog's codes. NIGP: Worldpay; the others are general knowledge, unconfirmed.</summary>
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
