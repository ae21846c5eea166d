using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Conventions;

/// <summary>The page about the schemes' programs shows the data that the validator and the classifier use.</summary>
public sealed class CommercialProgramTableTests
{
    private const string Page = "docs/commercial-data.md";

    [Fact]
    public void The_page_shows_every_program()
    {
        var table = Table();

        var page = Repository.Read(Page).ReplaceLineEndings("\n");

        if (!page.EndsWith(table, StringComparison.Ordinal))
        {
            var start = page.IndexOf("## Visa", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(Repository.Root, Page + ".received"), page[..start] + table);
        }

        Assert.EndsWith(table, page, StringComparison.Ordinal);
    }

    private static string Table()
    {
        var text = new StringBuilder();
        foreach (var scheme in CommercialCardPrograms.All.GroupBy(program => program.Brand))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {scheme.Key}\n\n");
            text.Append(
                "| program | data | does | where | currency | from | until | tax of the amount | needs | facts |\n"
            );
            text.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var program in scheme)
            {
                text.Append("| ").AppendJoin(" | ", Cells(program)).Append(" |\n");
            }

            text.Append('\n');
            foreach (var program in scheme)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- **{program.Name}**: {program.Remarks}. Source: {program.Source}.\n"
                );
            }

            text.Append('\n');
        }

        text.Append("Merchant categories of Mastercard's Data Rate II whose tax may be zero: ");
        var categories = CommercialCardPrograms.All.SelectMany(program => program.ZeroTaxCategories).Distinct();
        return text.AppendJoin(", ", categories).Append(".\n").ToString();
    }

    private static string[] Cells(CommercialCardProgram program) =>
        [
            program.Name,
            program.Level.ToString()[5..],
            program.FeePercent is { } fee ? $"fee {Percent(fee)}" : program.Kind.ToString().ToLowerInvariant(),
            string.Join(" ", program.Countries),
            program.Currency?.Code ?? "",
            Day(program.From),
            Day(program.Until),
            Tax(program),
            Needs(program),
            program.IsUnconfirmed ? "unconfirmed" : "published",
        ];

    private static string Tax(CommercialCardProgram program)
    {
        var window =
            program is { LowestTaxPercent: { } lowest, HighestTaxPercent: { } highest }
                ? $"{Percent(lowest)} to {Percent(highest)}"
            : program.HighestTaxPercent is { } most ? $"up to {Percent(most)}"
            : "";
        return program switch
        {
            { TakesZeroTax: true, LowestTaxPercent: not null } => $"0 % or {window}",
            { ZeroTaxCategories.Count: > 0 } => $"{window}; 0 % only for the categories below",
            _ => window,
        };
    }

    private static string Needs(CommercialCardProgram program) =>
        string.Join(
            ", ",
            [
                .. program.NeededFields,
                .. program.OnlyFleetFuel ? ["fleet fuel"] : Array.Empty<string>(),
                .. program.NeedsOptIn ? ["opt-in"] : Array.Empty<string>(),
            ]
        );

    private static string Percent(decimal percent) => FormattableString.Invariant($"{percent} %");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
