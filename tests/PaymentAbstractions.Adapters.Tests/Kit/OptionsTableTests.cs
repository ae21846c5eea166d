namespace PaymentAbstractions.Adapters.Tests;

public sealed class OptionsTableTests : IDisposable
{
    private readonly string _readme = Path.GetTempFileName();

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
            [$"ApiKey is an option without a row in {_readme}.", $"Colour has a row in {_readme} and is no option."],
            problems
        );
    }

    public void Dispose() => File.Delete(_readme);
}
