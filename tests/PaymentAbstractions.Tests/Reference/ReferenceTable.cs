namespace PaymentAbstractions.Tests;

/// <summary>
/// Facts from published sources, in files beside the tests. Nothing in them was copied from the code with which they are compared.
/// </summary>
internal static class ReferenceTable
{
    /// <summary>
    /// Reads the cells of each row, without comments and the header row. Quotation marks around a last cell are removed.
    /// </summary>
    public static IReadOnlyList<string[]> Read(string name, int cells) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".csv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Skip(1)
                .Select(line => line.Split(',', cells))
                .Select(row => (string[])[.. row[..^1], row[^1].Trim('"')]),
        ];
}
