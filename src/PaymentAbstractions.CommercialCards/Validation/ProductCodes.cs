using System.Buffers;
using System.Numerics;

namespace PaymentAbstractions;

/// <summary>Finds lines that share a product code, in one pass and without allocations.</summary>
internal static class ProductCodes
{
    private const int OnStack = 1024;

    public static void CheckUnique(ref CommercialCardCheck check)
    {
        var lines = check.Data.LineItems.AsSpan();
        if (lines.Length < 2)
        {
            return;
        }

        // Open addressing with a load of at most one half. A slot holds the number of its line plus one, so that zero means free.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)lines.Length * 2);
        var rented = size > OnStack ? ArrayPool<int>.Shared.Rent(size) : null;
        var slots = rented is null ? stackalloc int[OnStack] : rented;
        slots = slots[..size];
        slots.Clear();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i]?.ProductCode is not { } code)
            {
                continue;
            }

            var slot = string.GetHashCode(code, StringComparison.Ordinal) & (size - 1);
            while (
                slots[slot] != 0 && !string.Equals(lines[slots[slot] - 1].ProductCode, code, StringComparison.Ordinal)
            )
            {
                slot = (slot + 1) & (size - 1);
            }

            if (slots[slot] != 0)
            {
                check.Add(
                    CommercialCardSeverity.Warning,
                    CommercialCardCheck.Path(i, nameof(CommercialLineItem.ProductCode)),
                    CommercialCardRule.UniqueProductCode,
                    "a unique code",
                    $"that of {CommercialCardCheck.Path(slots[slot] - 1, "")}",
                    $"is the same as that of {CommercialCardCheck.Path(slots[slot] - 1, "")}; combine the two lines."
                );
            }
            else
            {
                slots[slot] = i + 1;
            }
        }

        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }
}
