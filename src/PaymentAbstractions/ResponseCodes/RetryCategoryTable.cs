using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>Which retry category each response code has, and what each category allows: versioned data that can be overridden.</summary>
/// <remarks>
/// <para>
/// The schemes change these lists about once a year, and acquirers publish them differently. <see cref="Default"/> follows
/// what acquirers published of Visa's rules up to April 2026; codes that no list names are
/// <see cref="RetryCategory.Generic"/>. The categories are Visa's: for Mastercard cards the merchant advice code decides.
/// </para>
/// <para>Immutable and thread-safe; looking up allocates nothing.</para>
/// </remarks>
public sealed class RetryCategoryTable
{
    private readonly RetryCategory[] _categoryBySlot;
    private readonly FrozenDictionary<RetryCategory, RetryAllowance> _allowances;

    private RetryCategoryTable(
        string version,
        RetryCategory[] categoryBySlot,
        FrozenDictionary<RetryCategory, RetryAllowance> allowances
    )
    {
        Version = version;
        _categoryBySlot = categoryBySlot;
        _allowances = allowances;
    }

    /// <summary>
    /// The table of April 2026, version <c>2026-04</c>: at most 20 retries in 30 days for categories 2 to 4 (15 until
    /// then), none for category 1.
    /// </summary>
    /// <remarks>
    /// Where the lists disagree, the stricter reading is taken: 57 counts as never to be retried, and 70 and 6P, which
    /// only some lists name, as data to be fixed. 83 is in category 2 ahead of October 2026; the limit is the same.
    /// </remarks>
    public static RetryCategoryTable Default { get; } = CreateDefault();

    /// <summary>The version of the data, for example <c>2026-04</c>.</summary>
    public string Version { get; }

    /// <summary>The category of a code, by its two characters.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The category; <see cref="RetryCategory.None"/> for approvals and for <see cref="ResponseCode.Unmapped"/>.</returns>
    public RetryCategory this[ResponseCode code] =>
        code.IsUnmapped ? RetryCategory.None : _categoryBySlot[ResponseCodeTable.SlotOf(code.Value)];

    /// <summary>What a category allows.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The allowance; <see cref="RetryAllowance.Nothing"/> for <see cref="RetryCategory.None"/> and unknown values.</returns>
    public RetryAllowance GetAllowance(RetryCategory category) =>
        _allowances.GetValueOrDefault(category, RetryAllowance.Nothing);

    /// <summary>A table with other categories for some codes.</summary>
    /// <param name="version">The version of the new table; not empty.</param>
    /// <param name="overrides">The categories by code; the codes as <see cref="ResponseCode.Parse"/> reads them.</param>
    /// <returns>A new table; this one does not change.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The version is empty, a code is unknown or approves, or a category is not one of the four; the message lists every
    /// such entry.
    /// </exception>
    public RetryCategoryTable WithOverrides(string version, IReadOnlyDictionary<string, RetryCategory> overrides)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(overrides);

        var problems = overrides.Select(Problem).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The overrides are wrong: {string.Join("; ", problems)}.", nameof(overrides));
        }

        var categories = (RetryCategory[])_categoryBySlot.Clone();
        foreach (var (code, category) in overrides)
        {
            categories[ResponseCodeTable.SlotOf(code)] = category;
        }

        return new RetryCategoryTable(version, categories, _allowances);
    }

    /// <summary>A table with another allowance for one category.</summary>
    /// <param name="version">The version of the new table; not empty.</param>
    /// <param name="category">One of the four categories.</param>
    /// <param name="allowance">What it allows.</param>
    /// <returns>A new table; this one does not change.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The version is empty, the category is not one of the four, or the allowance is negative.
    /// </exception>
    public RetryCategoryTable WithAllowance(string version, RetryCategory category, RetryAllowance allowance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(allowance);
        if (!IsDecline(category))
        {
            throw new ArgumentException("Only the four categories of declines have an allowance.", nameof(category));
        }

        if (allowance.MaxRetries < 0 || allowance.Window < TimeSpan.Zero)
        {
            throw new ArgumentException("An allowance is not negative.", nameof(allowance));
        }

        var allowances = new Dictionary<RetryCategory, RetryAllowance>(_allowances) { [category] = allowance };
        return new RetryCategoryTable(version, _categoryBySlot, allowances.ToFrozenDictionary());
    }

    private static string? Problem(KeyValuePair<string, RetryCategory> entry)
    {
        if (!ResponseCode.TryParse(entry.Key, out var code))
        {
            return $"'{entry.Key}' is not a known response code";
        }

        if (code.IsApproval || code.IsPartialApproval)
        {
            return $"'{code}' is an approval and has no retry category";
        }

        return IsDecline(entry.Value) ? null : $"'{code}' needs one of the four categories";
    }

    private static bool IsDecline(RetryCategory category) =>
        category is >= RetryCategory.NeverRetry and <= RetryCategory.Generic;

    private static RetryCategoryTable CreateDefault()
    {
        var categories = new RetryCategory[ResponseCodeTable.Slots];
        foreach (var code in ResponseCode.All)
        {
            var isDecline = !code.IsApproval && !code.IsPartialApproval;
            categories[ResponseCodeTable.SlotOf(code.Value)] = isDecline ? RetryCategory.Generic : RetryCategory.None;
        }

        Set(RetryCategory.NeverRetry, "04 07 12 14 15 41 43 46 57 R0 R1 R3");
        Set(RetryCategory.CannotApproveNow, "03 19 51 59 61 62 65 75 78 83 86 91 93 96 5C 9G N3 N4");
        Set(RetryCategory.FixData, "54 55 70 82 1A 6P N7");

        var limited = new RetryAllowance { MaxRetries = 20, Window = TimeSpan.FromDays(30) };
        var allowances = new Dictionary<RetryCategory, RetryAllowance>
        {
            [RetryCategory.NeverRetry] = RetryAllowance.Nothing,
            [RetryCategory.CannotApproveNow] = limited,
            [RetryCategory.FixData] = limited,
            [RetryCategory.Generic] = limited,
        };
        return new RetryCategoryTable("2026-04", categories, allowances.ToFrozenDictionary());

        void Set(RetryCategory category, string codes)
        {
            foreach (var code in codes.Split(' '))
            {
                categories[ResponseCodeTable.SlotOf(code)] = category;
            }
        }
    }
}
