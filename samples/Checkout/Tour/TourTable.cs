using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>Prints rows as they come, in 100 columns.</summary>
internal sealed partial class TourTable(TourScreen screen)
{
    public const int Width = 100;

    private const int OutcomeWidth = 32;
    private const string Indent = "    ";

    private static readonly CompositeFormat Layout = CompositeFormat.Parse(
        "{0,-35} {1,-32} {2,-4} {3,-11} {4,-8} {5,5}"
    );

    private string? _gateway;
    private bool _isQuiet;

    public int Rows { get; private set; }

    public int Complaints { get; private set; }

    public void WriteHeader()
    {
        WriteLine("operation", "outcome", "code", "provider's", "id", "ms");
        screen.WriteLine(new string('-', Width));
    }

    /// <summary>Does what the rows below need; its own rows are shown only when they are not what they must be.</summary>
    public async Task QuietlyAsync(Func<Task> prepare)
    {
        _isQuiet = true;
        try
        {
            await prepare();
        }
        finally
        {
            _isQuiet = false;
        }
    }

    /// <summary>Says what the next row will be about, while it is worked on.</summary>
    public void Begin(string operation) => screen.Work($"{Rows} rows so far. Now: {operation}");

    public void Add(TourRow row)
    {
        if (_isQuiet && row.Complaint.Length == 0)
        {
            return;
        }

        Rows++;
        if (row.Gateway != _gateway)
        {
            _gateway = row.Gateway;
            screen.WriteLine($"[{row.Gateway}]");
        }

        var isLong = row.Outcome.Length > OutcomeWidth;
        WriteLine(
            row.Operation,
            isLong ? "" : row.Outcome,
            row.Code?.Value ?? "-",
            row.ProviderCode ?? "-",
            Short(row.Transaction ?? "-"),
            row.Milliseconds.ToString("F0", CultureInfo.InvariantCulture)
        );
        Note(isLong ? row.Outcome : "", Indent);
        Note(Explain(row), Indent);
        Note(row.Detail, Indent);
        if (row.Complaint.Length > 0)
        {
            Complaints++;
            Note($"^ must not be: {row.Complaint}", Indent);
        }
    }

    /// <summary>A line that is no row; not shown while something is prepared quietly.</summary>
    public void Note(string text)
    {
        if (!_isQuiet)
        {
            Note(text, "");
        }
    }

    // What an approval means is clear; any other code is worth a sentence.
    private static string Explain(TourRow row) =>
        row.Code is not { Value: not "00" } code ? ""
        : code.Advice == ResponseAdvice.None ? $"{code.Value}: {code.Meaning}."
        : $"{code.Value}: {code.Meaning}. Advice: {code.Advice}.";

    // The emulators count in ids of twelve digits; leading zeros are left out.
    private static string Short(string id) => Zeros().Replace(id, "_");

    [GeneratedRegex("_0+(?=[1-9])", RegexOptions.None, 1000)]
    private static partial Regex Zeros();

    private void Note(string text, string indent)
    {
        foreach (var line in Wrapped(text, Width - indent.Length))
        {
            screen.WriteLine(indent + line);
        }
    }

    // Between words, so that a long list stays within the width of the table.
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            var end = space > 0 ? space : width;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private void WriteLine(params object[] cells) =>
        screen.WriteLine(string.Format(CultureInfo.InvariantCulture, Layout, cells).TrimEnd());
}
