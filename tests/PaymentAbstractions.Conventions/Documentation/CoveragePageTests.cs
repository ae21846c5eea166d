using System.Reflection;

namespace PaymentAbstractions.Conventions;

/// <summary>
/// The coverage page lists each documented name once, and shows the public members and the golden file that serve it, or the reason
/// why none does.
/// </summary>
public sealed class CoveragePageTests
{
    private const string Reason = "not served: ";

    private static readonly ILookup<string, Type> Types = ShippedProject
        .All.SelectMany(project => project.Assembly.GetExportedTypes())
        .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);

    private static readonly Dictionary<string, GoldenFields> Golden = ShippedProject
        .Providers.Select(provider => provider.Name.Split('.')[^1])
        .ToDictionary(name => name, name => new GoldenFields(name), StringComparer.Ordinal);

    [Fact]
    public void Each_documented_name_has_one_row_and_each_row_is_documented()
    {
        var rows = CoverageRow.All.Select(row => row.Documented).ToList();

        Assert.True(DocumentedName.All.Count > 800);
        Findings.None(Repeated(DocumentedName.All).Select(name => $"listed twice: {name}"));
        Findings.None(Repeated(rows).Select(name => $"two rows: {name}"));
        Findings.None(DocumentedName.All.Except(rows).Select(name => $"no row: {name}"));
        Findings.None(rows.Except(DocumentedName.All).Select(name => $"not documented: {name}"));
    }

    [Fact]
    public void Each_line_of_a_table_is_read()
    {
        var lines = Repository
            .Read(CoverageRow.Page)
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.StartsWith('|'))
            .Where(line => line is not ("| Field | Served by | Remark |" or "| --- | --- | --- |"));

        Assert.Equal(lines.Count(), CoverageRow.All.Count);
    }

    [Fact]
    public void An_object_that_a_field_holds_is_listed_and_an_operation_with_fields_is_one()
    {
        var places = DocumentedName.All.Select(name => (name.Provider, name.Kind, name.Where)).ToHashSet();
        var operations = DocumentedName.All.Where(name => name.Kind == "operation").ToList();

        Findings.None(
            DocumentedName
                .All.Where(name => name.Object is { } held && !places.Contains((name.Provider, name.Kind, held)))
                .Select(name => $"its object has no fields: {name}")
        );
        Findings.None(
            DocumentedName
                .All.Where(name => name.Where.Split(' ')[0] is "GET" or "POST" or "PUT" or "PATCH" or "DELETE")
                .Where(name => !operations.Exists(one => (one.Provider, one.Name) == (name.Provider, name.Where)))
                .Select(name => $"its operation is not listed: {name}")
        );
    }

    [Fact]
    public void Each_member_that_serves_is_public() =>
        Findings.None(
            from row in CoverageRow.All
            from member in row.Members
            where !IsPublic(member)
            select $"{member} does not exist: {row.Documented}"
        );

    [Fact]
    public void Each_field_that_is_served_is_shown_by_a_golden_file()
    {
        Assert.All(Golden.Values, golden => Assert.True(golden.Requests > 20 && golden.Answers > 5));
        Findings.None(
            CoverageRow
                .All.Where(row => row.IsServed && !Golden[row.Documented.Provider].Shows(row.Documented))
                .Select(row => $"no golden file shows {row.Documented}")
        );
    }

    [Fact]
    public void A_name_that_is_not_served_has_a_reason()
    {
        var served = CoverageRow.All.Where(row => row.IsServed).ToList();

        Assert.True(served.Count > 600);
        Findings.None(
            CoverageRow
                .All.Where(row => !row.IsServed && !HasReason(row.Remark))
                .Select(row => $"without a reason: {row.Documented}")
        );
        Findings.None(
            served
                .Where(row => row.Remark.StartsWith("not served", StringComparison.Ordinal))
                .Select(row => $"served, and not: {row.Documented}")
        );
    }

    [Fact]
    public void Wrong_rows_are_noticed()
    {
        var rebilly = Golden["Rebilly"];
        var row = Assert.Single(
            CoverageRow.Of("## Rebilly\n### POST /payouts\n| request `limits.amount` | - | not served: |\n")
        );

        Assert.False(rebilly.Shows(row.Documented));
        Assert.True(rebilly.Shows(row.Documented with { Where = "POST /transactions" }));
        Assert.False(rebilly.Shows(row.Documented with { Where = "Contact", Name = "jobTitle" }));
        Assert.True(rebilly.Shows(row.Documented with { Where = "Contact", Name = "emails.value" }));
        Assert.False(
            rebilly.Shows(new DocumentedName("Rebilly", "operation", "Transactions", "PUT /transactions/{id}"))
        );
        Assert.False(rebilly.Shows(new DocumentedName("Rebilly", "response", "Transaction", "_embedded.nothing")));
        Assert.False(rebilly.Shows(new DocumentedName("Rebilly", "webhook", "Events", "transaction-invented")));
        Assert.False(HasReason(row.Remark));
        Assert.False(row.IsServed);
        Assert.True(IsPublic("Payout.Amount"));
        Assert.False(IsPublic("Payout.Price"));
        Assert.False(IsPublic("TransactionWriter.Payment"));
    }

    private static bool HasReason(string remark) =>
        remark.StartsWith(Reason, StringComparison.Ordinal) && remark.Length > Reason.Length + 5;

    private static bool IsPublic(string member) =>
        member.Split('.') is [var type, var name]
        && Types[type]
            .Any(one =>
                one.GetMember(
                    name,
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy
                ).Length > 0
            );

    private static IEnumerable<DocumentedName> Repeated(IEnumerable<DocumentedName> names) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);
}
