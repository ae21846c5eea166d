namespace PaymentAbstractions.Conventions;

/// <summary>Limits the length of a whole adapter, its emulator and its tests, in lines that are neither blank nor comments.</summary>
public sealed class SampleBudgetTests
{
    [Theory]
    [InlineData("samples/AcmePayments/src/", 320)]
    [InlineData("samples/AcmePayments/tests/", 300)]
    [InlineData("samples/OldPay/src/", 225)]
    [InlineData("samples/OldPay/tests/", 225)]
    public void A_sample_takes_no_more_lines_than_that(string folder, int most)
    {
        var lines = Repository
            .Files.Where(file =>
                file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            )
            .SelectMany(file => Repository.Read(file).Split('\n'))
            .Select(line => line.Trim());

        Assert.InRange(
            lines.Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
            most / 2,
            most
        );
    }
}
