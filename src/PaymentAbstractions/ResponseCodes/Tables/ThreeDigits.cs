using System.Globalization;

namespace PaymentAbstractions;

/// <summary>
/// The action codes of ISO 8583:1993, as SAP and public codecs name them, and the two characters that each maps to in this library's
/// judgment. Codes that are missing here, and all of 3xx and 5xx to 8xx, are never the result of a payment.
/// </summary>
internal static class ThreeDigits
{
    private const string Pairs =
        "000-00 001-08 002-10 003-11 004-16 005-00 006-10 007-00 "
        + "100-05 101-54 102-59 103-60 104-62 105-66 106-75 107-01 108-02 109-03 110-13 111-14 112-70 113-23 114-39 115-40 "
        + "116-51 117-55 118-56 119-57 120-58 121-61 122-63 123-65 124-93 125-78 126-81 127-55 128-81 129-59 "
        + "200-04 201-33 202-34 203-35 204-36 205-37 206-38 207-07 208-41 209-43 210-34 "
        + "902-12 903-19 904-30 905-31 906-90 907-91 908-92 909-96 910-91 911-68 912-91 913-94 914-25 915-95 921-21 923-09";

    /// <summary>The count of numbers of three digits.</summary>
    public const int Count = 1000;

    private static readonly string?[] Two = Read();

    /// <summary>Gets the two characters of a number; <see langword="null"/> when it is not known.</summary>
    public static string? ToTwo(int number) => Two[number];

    private static string?[] Read()
    {
        var two = new string?[Count];
        foreach (var pair in Pairs.Split(' '))
        {
            two[int.Parse(pair.AsSpan(0, 3), CultureInfo.InvariantCulture)] = pair[4..];
        }

        return two;
    }
}
