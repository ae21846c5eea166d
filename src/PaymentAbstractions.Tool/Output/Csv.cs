using System.Buffers;

namespace PaymentAbstractions.Tool;

/// <summary>Lines of comma-separated values (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Field)) + "\r\n";

    // A spreadsheet interprets a value that begins with such a character as a formula, and texts may come from a provider or a shopper.
    private static string Field(string value)
    {
        var text = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
