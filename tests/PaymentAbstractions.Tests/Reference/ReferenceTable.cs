namespace PaymentAbstractions.Tests;

/// <summary>
/// Facts from published sources, in files beside the tests: nothing here was copied from the code that it is compared with.
/// </summary>
internal static class ReferenceTable
{
    /// <summary>The cells of each row, without comments and the row of names. Quotes around a last cell are taken off.</summary>
    public static IReadOnlyList<string[]> Read(string name, int cells) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".csv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Skip(1)
                .Select(line => line.Split(',', cells))
                .Select(row => (string[])[.. row[..^1], row[^1].Trim('"')]),
        ];
}
