using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>The meanings of response codes for each card brand. The data has a date and can be overridden.</summary>
/// <remarks>
/// <para>
/// A code has the interpretation of the card's brand, otherwise the neutral one. When the brand is not known, it has the strictest
/// interpretation, so that nothing is approved or tried again because of a brand that the card may not have. The schemes change their lists
/// about once a year.
/// </para>
/// <para>Instances are immutable and thread-safe. Look-ups do not allocate.</para>
/// </remarks>
public sealed class ResponseCodeTable
{
    private const int Characters = 36;
    private const int Pairs = Characters * Characters;
    private const int Slots = Pairs + 1000;

    /// <summary>The row for everything that the table does not contain.</summary>
    internal static readonly ResponseRow Unmapped = new(
        "??",
        "Unmapped",
        ResponseCategory.Unmapped,
        ResponseAdvice.None
    );

    private readonly Readings _usual;
    private readonly Readings _unauthenticated;

    private ResponseCodeTable(string version, IReadOnlyList<ResponseRow> rows)
    {
        Version = version;
        Rows = [.. rows];
        _usual = new Readings([.. rows.Where(static row => !row.IsForUnauthenticated)]);
        _unauthenticated = new Readings([.. rows.Where(static row => row.IsForUnauthenticated)]);
    }

    /// <summary>The table of November 2026.</summary>
    public static ResponseCodeTable Default { get; } =
        new(
            "2026-11",
            [
                .. NeutralRows.Rows,
                .. VisaRows.Rows,
                .. MastercardRows.Rows,
                .. AmericanExpressRows.Rows,
                .. OtherBrandRows.Rows,
            ]
        );

    /// <summary>The version of the data, for example <c>2026-11</c>.</summary>
    public string Version { get; }

    /// <summary>All rows, the neutral ones first.</summary>
    public ValueList<ResponseRow> Rows { get; }

    /// <summary>Creates a table with other interpretations of some codes.</summary>
    /// <param name="version">The version of the new table; not empty.</param>
    /// <param name="rows">The new rows. Each replaces the row of the same brand and code, or is added.</param>
    /// <returns>A new table; this one does not change.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The version is empty, or a row contradicts itself or approves a code that this table does not approve. The message lists every such
    /// row.
    /// </exception>
    public ResponseCodeTable With(string version, IReadOnlyCollection<ResponseRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(rows);
        var problems = rows.Select(Problem).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The rows are not valid: {string.Join("; ", problems)}.", nameof(rows));
        }

        var given = rows.Select(Place).ToHashSet();
        return new ResponseCodeTable(version, [.. Rows.Where(row => !given.Contains(Place(row))), .. rows]);
    }

    /// <summary>Finds the row of a code; <see langword="null"/> when the table does not contain it.</summary>
    internal ResponseRow? Find(ReadOnlySpan<char> code, CardBrand brand, bool isAuthenticated)
    {
        var slot = SlotOf(code);
        if (slot < 0)
        {
            return null;
        }

        var reader = brand.UsesMastercardCodes ? CardBrand.Mastercard : brand;
        if (slot < Pairs || ThreeDigits.ToTwo(slot - Pairs) is not { } two)
        {
            return (isAuthenticated ? null : _unauthenticated.Find(slot, reader)) ?? _usual.Find(slot, reader);
        }

        // Three digits are read as the two that they map to, unless American Express, or possibly American Express, interprets them more
        // strictly.
        var own = _usual.Find(slot, brand.IsSpecified ? reader : CardBrand.AmericanExpress);
        // The two characters have the common meaning; some of them mean something else at Mastercard.
        var read =
            reader == CardBrand.Mastercard && _usual.FindNeutral(SlotOf(two)) is { } neutral
                ? neutral
                : Find(two, brand, isAuthenticated);
        return own is null || (!brand.IsSpecified && read?.Strictness > own.Strictness) ? read : own;
    }

    /// <summary>The index of a code: two digits or ASCII letters (ignoring case), or three digits; -1 for anything else.</summary>
    private static int SlotOf(ReadOnlySpan<char> code)
    {
        if (code.Length == 3)
        {
            return code.ContainsAnyExceptInRange('0', '9')
                ? -1
                : Pairs + ((code[0] - '0') * 100) + ((code[1] - '0') * 10) + (code[2] - '0');
        }

        if (code.Length != 2)
        {
            return -1;
        }

        var (first, second) = (Position(code[0]), Position(code[1]));
        return first < 0 || second < 0 ? -1 : (first * Characters) + second;
    }

    private static int Position(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'Z' => character - 'A' + 10,
            >= 'a' and <= 'z' => character - 'a' + 10,
            _ => -1,
        };

    private static ResponseRow?[] Index(IEnumerable<ResponseRow> rows)
    {
        var index = new ResponseRow?[Slots];
        foreach (var row in rows)
        {
            index[SlotOf(row.Code)] = row;
        }

        return index;
    }

    private string? Problem(ResponseRow row)
    {
        var name = $"{(row.Brand.IsSpecified ? row.Brand : "neutral")} '{row.Code}'";
        if (SlotOf(row.Code) < 0)
        {
            return $"{name} is neither two digits or letters nor three digits";
        }

        if (row.Contradiction is { } contradiction)
        {
            return $"{name} {contradiction}";
        }

        // Which codes approve, and how much, is defined by the schemes and cannot be overridden.
        var before = Find(row.Code, row.Brand, isAuthenticated: true) ?? Unmapped;
        return row.IsMild && row.Category != before.Category
            ? $"{name} approves, which the table does not allow"
            : null;
    }

    private static (int Slot, CardBrand Brand, bool IsForUnauthenticated) Place(ResponseRow row) =>
        (SlotOf(row.Code), row.Brand, row.IsForUnauthenticated);

    /// <summary>Rows by brand and index, and the strictest row of each index, for cards whose brand is not known.</summary>
    private sealed class Readings
    {
        private readonly FrozenDictionary<CardBrand, ResponseRow?[]> _byBrand;
        private readonly ResponseRow?[] _neutral;
        private readonly ResponseRow?[] _strictest;

        public Readings(IReadOnlyList<ResponseRow> rows)
        {
            _byBrand = rows.GroupBy(static row => row.Brand).ToFrozenDictionary(static brand => brand.Key, Index);
            _neutral = _byBrand.GetValueOrDefault(default) ?? Index([]);
            _strictest = Index(rows.GroupBy(static row => SlotOf(row.Code)).Select(Strictest));
        }

        public ResponseRow? Find(int slot, CardBrand brand) =>
            !brand.IsSpecified ? _strictest[slot]
            : _byBrand.TryGetValue(brand, out var rows) && rows[slot] is { } row ? row
            : _neutral[slot];

        public ResponseRow? FindNeutral(int slot) => _neutral[slot];

        // A code that approves only at one brand approves nothing for an unknown brand, because the other brands do not know it.
        private static ResponseRow Strictest(IGrouping<int, ResponseRow> readings)
        {
            var isNeutral = readings.Any(static row => !row.Brand.IsSpecified);
            var all = isNeutral ? readings : readings.Append(Unmapped with { Code = readings.First().Code });
            var isNever = readings.Any(static row => row.RetryCategory == RetryCategory.NeverRetry);
            var strictest = all.MaxBy(static row => row.Strictness)!;
            return strictest with
            {
                Brand = default,
                RetryCategory = RetryCategory.None,
                Retries = isNever || !isNeutral ? RetryAllowance.Nothing : strictest.Retries,
            };
        }
    }
}
