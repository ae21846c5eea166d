namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class ExampleTests
{
    public static TheoryData<string> Names => [.. Examples.All.Select(example => example.Name)];

    public static TheoryData<string> NamesWithTotals =>
        [.. Examples.All.Where(example => example.Totals is not null).Select(example => example.Name)];

    [Fact]
    public void There_are_more_than_forty_and_each_has_a_name_of_its_own()
    {
        var names = Examples.All.Select(example => example.Name).ToList();

        Assert.True(names.Count > 60);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exactly_the_problems_are_reported(string name)
    {
        var example = Examples.Named(name);

        var findings = Orders.Validate(example.Data, Money.Parse(example.Amount), example.Level, brand: example.Brand);

        Assert.Equal(example.Findings, findings.Select(finding => finding.Told()));
    }

    [Theory]
    [MemberData(nameof(NamesWithTotals))]
    public void It_comes_to_what_was_reckoned_by_hand(string name)
    {
        var example = Examples.Named(name);

        var totals = CommercialCardTotals.Of(example.Data, Money.Parse(example.Amount).Currency);

        Assert.Equal(example.Totals, totals.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_reaches_its_level(string name)
    {
        var example = Examples.Named(name);

        var classification = CommercialCardClassifier.Classify(example.Data);

        Assert.Equal(example.Level, classification.Level);
        Assert.Equal(example.Level == CommercialDataLevel.LevelIII, classification.NextLevel is null);
        Assert.Equal(classification.NextLevel is null, classification.MissingFields.Count == 0);
    }
}
