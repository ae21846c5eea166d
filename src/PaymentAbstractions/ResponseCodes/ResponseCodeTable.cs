using System.Collections.ObjectModel;

namespace PaymentAbstractions;

/// <summary>Every known response code, found by its two characters without a search and without allocating.</summary>
internal static class ResponseCodeTable
{
    /// <summary>The number of two-character codes of digits and upper-case letters.</summary>
    public const int Slots = Characters * Characters;

    private const int Characters = 36;

    private static readonly ResponseCodeRow[] Rows =
    [
        .. ResponseCodeRowsNumeric.Rows,
        .. ResponseCodeRowsExtended.Rows,
    ];
    private static readonly ResponseCodeRow?[] RowBySlot = Index(Rows);
    private static readonly ResponseCodeRow?[] MastercardRowBySlot = Index(ResponseCodeRowsMastercard.Rows);

    /// <summary>The row of everything that the table does not know.</summary>
    public static ResponseCodeRow Unmapped { get; } =
        new("??", "Unmapped", ResponseCategory.Unmapped, ResponseAdvice.None);

    /// <summary>Every code in the order of the table, without the unmapped one.</summary>
    public static ReadOnlyCollection<ResponseCode> All { get; } =
        Array.AsReadOnly(Array.ConvertAll(Rows, static row => new ResponseCode(row, ResponseCodeSource.Provider)));

    /// <summary>The place of a code of exactly two digits or ASCII letters, ignoring case; -1 for anything else.</summary>
    public static int SlotOf(ReadOnlySpan<char> code)
    {
        if (code.Length != 2)
        {
            return -1;
        }

        var first = Position(code[0]);
        var second = Position(code[1]);
        return first < 0 || second < 0 ? -1 : (first * Characters) + second;
    }

    /// <summary>The row of a place from <see cref="SlotOf"/>, or null when the table does not know it.</summary>
    public static ResponseCodeRow? Find(int slot) => slot < 0 ? null : RowBySlot[slot];

    /// <summary>The row as a scheme reads it; the main row where the scheme has no reading of its own.</summary>
    public static ResponseCodeRow? Find(int slot, CardBrand brand)
    {
        var usesMastercardCodes = brand == CardBrand.Mastercard || brand == CardBrand.Maestro;
        return slot >= 0 && usesMastercardCodes && MastercardRowBySlot[slot] is { } row ? row : Find(slot);
    }

    private static int Position(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'Z' => character - 'A' + 10,
            >= 'a' and <= 'z' => character - 'a' + 10,
            _ => -1,
        };

    private static ResponseCodeRow?[] Index(ResponseCodeRow[] rows)
    {
        var index = new ResponseCodeRow?[Slots];
        foreach (var row in rows)
        {
            index[SlotOf(row.Value)] = row;
        }

        return index;
    }
}
