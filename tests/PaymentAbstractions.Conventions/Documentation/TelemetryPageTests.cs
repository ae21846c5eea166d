using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>
/// Compares <c>docs/telemetry.md</c>, its tables and its alert rules, with the instruments and tags of the shipped projects.
/// </summary>
public sealed partial class TelemetryPageTests
{
    private const string Page = "docs/telemetry.md";

    private static readonly string Text = Repository.Read(Page).ReplaceLineEndings("\n");

    private static readonly SourceFile Tags = ShippedProject
        .Named("PaymentAbstractions")
        .Sources.Single(file => file.Name == "TelemetryTag");

    private static readonly List<string> TagNames =
    [
        .. Tags
            .Syntax.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Select(one => ((LiteralExpressionSyntax)one.Initializer!.Value).Token.ValueText),
    ];

    [Fact]
    public void The_table_has_every_metric_with_its_kind_and_unit_and_no_other()
    {
        Assert.True(ShippedInstrument.All.Count > 15);
        Assert.Equal(
            ShippedInstrument.All.Select(one => $"`{one.Name}` {one.Kind}, `{one.Unit}`").Order(StringComparer.Ordinal),
            RowsOf("Metrics").Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_tables_have_every_tag_and_no_other()
    {
        var listed = RowsOf("Metrics")
            .Select(row => row[2])
            .Concat(RowsOf("Spans").Select(row => row[3]))
            .SelectMany(cell => Quoted().Matches(cell).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal);

        Assert.True(TagNames.Count > 20);
        Assert.Equal(TagNames.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_tag_of_the_code_is_one_of_the_list()
    {
        var found =
            from project in ShippedProject.All
            from file in project.Sources
            where file.Path != Tags.Path
            from literal in file.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>()
            where TagNames.Contains(literal.Token.ValueText)
            select file.At(literal);

        Findings.None(found);
    }

    [Fact]
    public void The_alert_rules_use_only_names_that_exist()
    {
        var rules = string.Concat(
            MarkdownPage.Named(Page).Blocks.Where(block => block.Language == "yaml").Select(block => block.Code)
        );
        var expressions = string.Concat(Expression().Matches(rules).Select(match => match.Value));
        var metrics = ShippedInstrument.All.SelectMany(one => one.PrometheusNames).ToList();
        var tags = TagNames.Select(tag => tag.Replace('.', '_')).ToList();
        var used = Word().Matches(expressions).Select(match => match.Value).ToList();

        Findings.None(used.Where(name => name.StartsWith("payments_", StringComparison.Ordinal)).Except(metrics));
        Findings.None(used.Where(name => name.StartsWith("payment_", StringComparison.Ordinal)).Except(tags));
        Assert.All(
            [
                "payments_oldest_doubt_age_seconds",
                "payments_outcomes_total",
                "payments_journal_open",
                "payments_circuit_state",
            ],
            name => Assert.Contains(name, used)
        );
    }

    [Fact]
    public void The_values_in_the_alert_rules_exist()
    {
        var values = new[]
        {
            typeof(PaymentOutcome),
            typeof(PaymentOperation),
            typeof(GatewayCircuitState),
            typeof(Journal.JournalEntryState),
        }
            .SelectMany(Enum.GetNames)
            .ToHashSet(StringComparer.Ordinal);
        var used = Label().Matches(Text).SelectMany(match => match.Groups["value"].Value.Split('|')).ToList();

        Assert.NotEmpty(used);
        Findings.None(used.Where(value => !values.Contains(value)));
    }

    private static IEnumerable<string[]> RowsOf(string heading) =>
        Text.Split($"\n## {heading}\n")[1]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(row => row is [_, _, "as above"] or [_, _, _, "as above"] ? [.. row[..^1], ""] : row);

    [GeneratedRegex(@"`(?<name>[a-z_]+(\.[a-z_]+)+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    // A folded expression continues until the next key.
    [GeneratedRegex(@"expr:.*?\n(?=\s+(labels|for):)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\bpayments?_\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"payment_\w+=~?""(?<value>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
