using System.Collections.ObjectModel;

namespace PaymentAbstractions;

/// <summary>The currencies of ISO 4217 as published on 2024-06-25, with the changes of 2025 (XCG) and 2026 (BGN).</summary>
internal static class CurrencyTable
{
    private const int Letters = 26;

    private static readonly CurrencyEntry[] Entries = CurrencyRows.Read();
    private static readonly byte[] PositionByCode = IndexByCode();

    /// <summary>Every currency, in the order of the codes.</summary>
    public static ReadOnlyCollection<Currency> All { get; } =
        Array.AsReadOnly(Array.ConvertAll(Entries, static entry => new Currency(entry)));

    /// <summary>Finds a row by its code, ignoring the case of ASCII letters, without allocations.</summary>
    public static CurrencyEntry? Find(ReadOnlySpan<char> code)
    {
        if (code.Length != 3)
        {
            return null;
        }

        var slot = 0;
        foreach (var character in code)
        {
            if (!char.IsAsciiLetter(character))
            {
                return null;
            }

            slot = (slot * Letters) + ((character | 0x20) - 'a');
        }

        // Position 0 means that there is no such code.
        var position = PositionByCode[slot];
        return position == 0 ? null : Entries[position - 1];
    }

    private static byte[] IndexByCode()
    {
        var index = new byte[Letters * Letters * Letters];
        for (var position = 0; position < Entries.Length; position++)
        {
            var code = Entries[position].Code;
            var slot = ((((code[0] - 'A') * Letters) + (code[1] - 'A')) * Letters) + (code[2] - 'A');
            index[slot] = checked((byte)(position + 1));
        }

        return index;
    }
}
