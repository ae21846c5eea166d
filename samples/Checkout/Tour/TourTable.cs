using System.Globalization;
using System.Text;

namespace Checkout.Tour;

/// <summary>Prints rows as they come.</summary>
internal sealed class TourTable(TextWriter writer)
{
    private static readonly CompositeFormat Layout = CompositeFormat.Parse(
        "{0,-38} {1,-15} {2,-35} {3,-44} {4,-9} {5,-18} {6,7}"
    );

    private const int Width = 160;

    public int Rows { get; private set; }

    public int Complaints { get; private set; }

    public void WriteHeader()
    {
        WriteLine("operation", "gateway", "outcome", "ISO code and meaning", "provider", "transaction", "ms");
        writer.WriteLine(new string('-', 172));
    }

    public void Add(TourRow row)
    {
        Rows++;
        var code = row.Code is { } known ? $"{known.Value} {known.Meaning}" : "-";
        var time = row.Milliseconds.ToString("F1", CultureInfo.InvariantCulture);
        WriteLine(row.Operation, row.Gateway, row.Outcome, code, row.ProviderCode ?? "-", row.Transaction ?? "-", time);
        foreach (var line in Wrapped(row.Detail))
        {
            writer.WriteLine($"    {line}");
        }

        if (row.Complaint.Length > 0)
        {
            Complaints++;
            writer.WriteLine($"    ^ must not be: {row.Complaint}");
        }
    }

    public void Note(string text) => writer.WriteLine(text);

    // Between words, so that a long list stays within the width of the table.
    private static IEnumerable<string> Wrapped(string text)
    {
        while (text.Length > Width)
        {
            var space = text.LastIndexOf(' ', Width);
            var end = space > 0 ? space : Width;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private void WriteLine(params object[] cells) =>
        writer.WriteLine(string.Format(CultureInfo.InvariantCulture, Layout, cells).TrimEnd());
}
