namespace PaymentAbstractions.Adapters.Tests;

public sealed class OptionsTableTests : IDisposable
{
    private readonly string _readme = Path.GetTempFileName();

    [Theory]
    [InlineData("| option | meaning |")]
    [InlineData("| OPTION | meaning |")]
    public void The_header_counts_in_any_case_and_what_the_pipeline_reads_is_no_options(string header)
    {
        string[] rows = ["BaseUrl", "Merchant", "ApiKey", "Provider", "Environment", "FormerNames", "MerchantTaxId"];
        File.WriteAllLines(_readme, [header, "|---|---|", .. rows.Select(row => $"| `{row}` | it |")]);

        Assert.Empty(OptionsTable.Problems<AcmeOptions>(_readme));
    }

    [Fact]
    public void Options_without_a_row_and_rows_without_an_option_are_named()
    {
        File.WriteAllLines(
            _readme,
            [
                "| Other |",
                "| --- |",
                "| `Else` |",
                "",
                "| Option | Default |",
                "| --- | --- |",
                "| `BaseUrl` | none |",
                "| `Merchant` | none |",
                "| `Environment` | none |",
                "| `Colour` | none |",
            ]
        );

        var problems = OptionsTable.Problems<AcmeOptions>(_readme);

        Assert.Equal(
            [
                $"ApiKey is an option, but has no row in {_readme}.",
                $"Colour has a row in {_readme}, but is not an option.",
            ],
            problems
        );
    }

    public void Dispose() => File.Delete(_readme);
}
