using System.Runtime.InteropServices;

namespace PaymentAbstractions;

/// <summary>The groups of digits that start at a position, and the longest card number that they form.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct DigitRun
{
    private const int Longest = 19;
    private const int MaxSeparators = 3;
    private const int FewestOfMixed = 3;

    /// <summary>Reads the groups.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position of the first digit of a group.</param>
    public DigitRun(ReadOnlySpan<char> text, int start)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var (count, ofGroup, position) = (0, 0, start);
        var (kind, isMixed, isUnusual, hasShortGroup) = (0, false, false, false);
        End = start;
        while (count < Longest)
        {
            var digit = WrittenCharacter.At(text, position);
            digits[count++] = (byte)digit.Digit;
            ofGroup++;
            position += digit.Width;
            var gap = new Gap(text, position);
            if (gap is { IsBeforeDigit: true, Separators: 0 })
            {
                position = gap.End;
                continue;
            }

            var isDivided = EndOfGroup > 0;
            EndOfGroup = isDivided ? EndOfGroup : position;
            if (
                !(isMixed && hasShortGroup)
                && count >= CardNumberScanner.Shortest + (isUnusual ? 1 : 0)
                && (CheckDigit.IsValid(digits[..count]) || (!isDivided && HoldsIssuedNumber(digits[..count])))
            )
            {
                End = position;
            }

            if (!gap.IsBeforeDigit)
            {
                return;
            }

            isMixed |= isDivided && gap.Kind != kind;
            kind = gap.Kind;
            isUnusual |= gap.IsUnusual;
            hasShortGroup |= ofGroup < FewestOfMixed;
            ofGroup = 0;
            position = gap.End;
        }

        if (EndOfGroup == 0)
        {
            // One group that is longer than any card number is masked as a whole, because texts do not need it.
            EndOfGroup = End = EndOfDigits(text, position);
        }
    }

    /// <summary>The end of the longest card number that starts here, or the start when there is none.</summary>
    public int End { get; }

    /// <summary>The end of the first group of digits.</summary>
    public int EndOfGroup { get; }

    private static int EndOfDigits(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (position < text.Length && WrittenCharacter.At(text, position) is { Digit: >= 0 } digit)
        {
            end = position + digit.Width;
            position = new Gap(text, end) is { Separators: 0 } gap ? gap.End : text.Length;
        }

        return end;
    }

    // Whether a card number is directly preceded or followed by further digits.
    private static bool HoldsIssuedNumber(ReadOnlySpan<byte> digits)
    {
        for (var start = 0; digits.Length > 16 && start <= digits.Length - 15; start++)
        {
            var rest = digits[start..];
            var four = (rest[0] * 1000) + (rest[1] * 100) + (rest[2] * 10) + rest[3];
            var length = four switch
            {
                >= 3400 and < 3500 or >= 3700 and < 3800 => 15,
                >= 2221 and <= 2720 or >= 3528 and <= 3589 or >= 4000 and < 5000 or >= 5100 and < 5600 => 16,
                6011 or >= 6200 and < 6300 or >= 6440 and < 6600 => 16,
                _ => int.MaxValue,
            };
            if (length <= rest.Length && CheckDigit.IsValid(rest[..length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The characters between two digits.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly ref struct Gap
    {
        public Gap(ReadOnlySpan<char> text, int position)
        {
            while (position < text.Length)
            {
                var character = WrittenCharacter.At(text, position);
                if (character.Digit >= 0)
                {
                    IsBeforeDigit = true;
                    break;
                }

                if (character.IsSeparator && Separators < MaxSeparators)
                {
                    Separators++;
                    Kind = HashCode.Combine(Kind, character.Value);
                    IsUnusual |= character.IsUnusualSeparator;
                }
                else if (!character.IsInvisible)
                {
                    break;
                }

                position += character.Width;
            }

            End = position;
        }

        public int End { get; }

        public int Separators { get; }

        /// <summary>A value that is equal for equal separators.</summary>
        public int Kind { get; }

        public bool IsUnusual { get; }

        public bool IsBeforeDigit { get; }
    }
}
