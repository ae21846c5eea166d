namespace PaymentAbstractions;

/// <summary>The meanings of response codes for each card brand. The data has a date and can be overridden.</summary>
/// <remarks>
/// <para>
/// A code has the interpretation of the card's brand, otherwise the neutral one. When the brand is not known, it has the strictest
/// interpretation, so that nothing is approved or tried again because of a brand that the card may not have. The schemes change their lists
/// about once a year.
/// </para>
/// <para>
/// Instances are thread-safe, and their meanings never change. What was read before for a brand that <see cref="CardBrand"/> names, or for
/// an unknown brand, is found again without allocations.
/// </para>
/// </remarks>
public sealed class ResponseCodeTable
{
    private const int Characters = 36;
    private const int Pairs = Characters * Characters;
    private const int Slots = Pairs + ThreeDigits.Count;

    // See KindOf.
    private const int Kinds = CardBrand.Places * 2 * 3;

    /// <summary>The row for everything that the table does not contain.</summary>
    internal static readonly ResponseRow Unmapped = new(
        "??",
        "Unmapped",
        ResponseCategory.Unmapped,
        ResponseAdvice.None
    );

    // The rows of each code, of all brands, by its index.
    private readonly List<ResponseRow>?[] _rows = new List<ResponseRow>?[Slots];

    // What has been read before, so that reading a code again finds it at once: by kind, then by index. The last index is that of all texts
    // that are not codes of the table.
    private readonly ResponseReading?[]?[] _read = new ResponseReading?[]?[Kinds];

    private ResponseCodeTable(string version, ValueList<ResponseRow> rows)
    {
        Version = version;
        Rows = rows;
        foreach (var row in rows)
        {
            (_rows[SlotOf(row.Code)] ??= []).Add(row);
        }
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

    /// <summary>Reads a code that a provider sent. Never throws.</summary>
    internal ResponseReading Read(
        ReadOnlySpan<char> code,
        CardBrand brand,
        bool? isAuthenticated,
        bool isMerchantInitiated
    )
    {
        var (kind, slot) = (KindOf(brand, isAuthenticated, isMerchantInitiated), SlotOf(code));
        return slot >= 0 && kind >= 0 && _read[kind] is { } read && read[slot] is { } reading
            ? reading
            : ReadFirst(code, kind, brand, isAuthenticated, isMerchantInitiated);
    }

    // Also for codes with spaces around them, and for texts that are not codes of the table.
    private ResponseReading ReadFirst(
        ReadOnlySpan<char> code,
        int kind,
        CardBrand brand,
        bool? isAuthenticated,
        bool isMerchantInitiated
    )
    {
        var slot = SlotOf(code.Trim(' '));
        var known = kind < 0 ? null : _read[kind];
        if (slot >= 0 && known?[slot] is { } before)
        {
            return before;
        }

        var row = slot < 0 ? null : Find(slot, brand, isAuthenticated != false);
        if (row is null && known?[Slots] is { } unmapped)
        {
            return unmapped;
        }

        var reading = new ResponseReading(this, row ?? Unmapped)
        {
            Brand = brand,
            IsAuthenticated = isAuthenticated,
            IsMerchantInitiated = isMerchantInitiated,
            Original = row is null || slot < Pairs ? null : $"{slot - Pairs:D3}",
        };
        if (kind >= 0)
        {
            // Two callers may read the same at once; both readings are equal, and either may stay.
            (_read[kind] ??= new ResponseReading?[Slots + 1])[row is null ? Slots : slot] = reading;
        }

        return reading;
    }

    // Negative for a brand that CardBrand does not name.
    private static int KindOf(CardBrand brand, bool? isAuthenticated, bool isMerchantInitiated) =>
        (((brand.Place * 2) + (isMerchantInitiated ? 1 : 0)) * 3)
        + isAuthenticated switch
        {
            null => 0,
            false => 1,
            true => 2,
        };

    /// <summary>Finds the row of a code; <see langword="null"/> when the table does not contain it.</summary>
    private ResponseRow? Find(int slot, CardBrand brand, bool isAuthenticated)
    {
        if (slot < 0)
        {
            return null;
        }

        var reader = brand.UsesMastercardCodes ? CardBrand.Mastercard : brand;
        if (slot < Pairs || ThreeDigits.ToTwo(slot - Pairs) is not { } two)
        {
            return (isAuthenticated ? null : Row(slot, reader, isForUnauthenticated: true))
                ?? Row(slot, reader, isForUnauthenticated: false);
        }

        // Three digits are read as the two that they map to, unless American Express, or possibly American Express, interprets them more
        // strictly.
        var own = Row(slot, brand.IsSpecified ? reader : CardBrand.AmericanExpress, isForUnauthenticated: false);
        // The two characters have the common meaning; some of them mean something else at Mastercard.
        var read =
            reader == CardBrand.Mastercard && OwnRow(SlotOf(two), default, isForUnauthenticated: false) is { } neutral
                ? neutral
                : Find(SlotOf(two), brand, isAuthenticated);
        return own is null || (!brand.IsSpecified && read?.Strictness > own.Strictness) ? read : own;
    }

    private ResponseRow? Row(int slot, CardBrand brand, bool isForUnauthenticated) =>
        brand.IsSpecified
            ? OwnRow(slot, brand, isForUnauthenticated) ?? OwnRow(slot, default, isForUnauthenticated)
            : Strictest(_rows[slot]?.FindAll(row => row.IsForUnauthenticated == isForUnauthenticated));

    private ResponseRow? OwnRow(int slot, CardBrand brand, bool isForUnauthenticated) =>
        _rows[slot]?.FindLast(row => row.Brand == brand && row.IsForUnauthenticated == isForUnauthenticated);

    // A code that approves only at one brand approves nothing for an unknown brand, because the other brands do not know it.
    private static ResponseRow? Strictest(List<ResponseRow>? rows)
    {
        if (rows is null or [])
        {
            return null;
        }

        var isNeutral = rows.Exists(static row => !row.Brand.IsSpecified);
        var strictest = rows[0];
        foreach (var row in rows)
        {
            strictest = row.Strictness > strictest.Strictness ? row : strictest;
        }

        strictest =
            !isNeutral && Unmapped.Strictness > strictest.Strictness
                ? Unmapped with
                {
                    Code = rows[0].Code,
                }
                : strictest;
        return strictest with
        {
            Brand = default,
            RetryCategory = RetryCategory.None,
            Retries =
                !isNeutral || rows.Exists(static row => row.RetryCategory == RetryCategory.NeverRetry)
                    ? RetryAllowance.Nothing
                    : strictest.Retries,
        };
    }

    /// <summary>The index of a code: two digits or ASCII letters (ignoring case), or three digits; -1 for anything else.</summary>
    private static int SlotOf(ReadOnlySpan<char> code)
    {
        if (code.Length == 2)
        {
            var (first, second) = (Position(code[0]), Position(code[1]));
            return (first | second) < 0 ? -1 : (first * Characters) + second;
        }

        return code.Length != 3 || code.ContainsAnyExceptInRange('0', '9')
            ? -1
            : Pairs + ((code[0] - '0') * 100) + ((code[1] - '0') * 10) + (code[2] - '0');
    }

    private static int Position(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'Z' => character - 'A' + 10,
            >= 'a' and <= 'z' => character - 'a' + 10,
            _ => -1,
        };

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
        var before = Find(SlotOf(row.Code), row.Brand, isAuthenticated: true) ?? Unmapped;
        return row.IsMild && row.Category != before.Category
            ? $"{name} approves, which the table does not allow"
            : null;
    }

    private static (int Slot, CardBrand Brand, bool IsForUnauthenticated) Place(ResponseRow row) =>
        (SlotOf(row.Code), row.Brand, row.IsForUnauthenticated);
}
