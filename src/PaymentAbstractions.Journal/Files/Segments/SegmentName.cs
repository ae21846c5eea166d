using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Journal;

/// <summary>
/// Which segments a file stands for: one when it was written, several when they were compacted into it. The name says all that
/// recovery needs to know which file replaces which.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct SegmentName(int First, int Last, int Generation)
{
    public const string Extension = ".journal";
    public const string IndexExtension = ".index";
    public const string TemporaryExtension = ".tmp";

    public string File => Stem + Extension;

    public string Index => Stem + IndexExtension;

    public int Width => Last - First + 1;

    private string Stem => string.Create(CultureInfo.InvariantCulture, $"{First:D10}-{Last:D10}-{Generation:D6}");

    public static bool TryParse(string file, out SegmentName name)
    {
        var match = Pattern().Match(file);
        name = match.Success
            ? new SegmentName(Number(match, "first"), Number(match, "last"), Number(match, "generation"))
            : default;
        return match.Success && name.First <= name.Last;
    }

    /// <summary>Whether this file holds everything that matters of another.</summary>
    public bool Replaces(SegmentName other) =>
        First <= other.First && Last >= other.Last && (Width > other.Width || Generation > other.Generation);

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<first>\d{10})-(?<last>\d{10})-(?<generation>\d{6})\.journal$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pattern();
}
