using System.Diagnostics;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conventions;

/// <summary>Compares the page that shows the path of one sale with the methods that a sale runs.</summary>
public sealed class OneSaleTests(ITestOutputHelper output)
{
    private const string Page = "docs/one-sale.md";
    private const string Program = "PaymentAbstractions.NativeAot";

    /// <summary>The code that runs only on the caller's path; the journal and the transport use threads of their own.</summary>
    private static readonly string[] InOrder = ["src/PaymentAbstractions.Pipeline/", "providers/"];

    private const string Item = "- `";

    [Fact]
    public async Task The_page_lists_the_files_that_a_sale_passes()
    {
        var lists = Repository
            .Read(Page)
            .Split("\n## ")
            .Skip(1)
            .Select(section =>
                section
                    .Split('\n')
                    .Where(line => line.StartsWith(Item, StringComparison.Ordinal))
                    .Select(line => line.Split('`')[1])
                    .ToList()
            )
            .ToList();
        var listed = lists.SelectMany(list => list).ToList();
        var types = await TypesOfASaleAsync();
        var run = types.Select(FileOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        output.WriteLine(string.Join('\n', run.Select(file => Item + file + "`")));
        Assert.True(run.Count > 50);
        Findings.None(run.Except(listed).Select(file => $"{Page} lacks {file}, which a sale passes"));
        Findings.None(listed.Except(run).Select(file => $"{Page} lists {file}, which no sale passes"));
        Assert.All(lists.Where(list => list.All(IsInOrder)), list => Assert.Equal(run.Where(list.Contains), list));
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
    }

    private static bool IsInOrder(string file) =>
        InOrder.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The file of a type by its full name; null for types that are not shipped or are compiler-generated.</summary>
    private static string? FileOf(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        var declaration = $"namespace {type[..type.LastIndexOf('.')]};";
        return ShippedProject
            .All.SelectMany(project => project.Sources)
            .Where(file => file.Name == name && file.Text.Contains(declaration, StringComparison.Ordinal))
            .Select(file => file.Path)
            .SingleOrDefault();
    }

    private static async Task<IReadOnlyList<string>> TypesOfASaleAsync()
    {
        var folder = AppContext.BaseDirectory.Replace(
            "PaymentAbstractions.Conventions",
            Program,
            StringComparison.Ordinal
        );
        await using var sandbox = await RebillySandbox.StartAsync();
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(folder, $"{Program}.dll"), $"{sandbox.BaseAddress}", "--trace"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, text + await errors);
        return
        [
            .. text.Split('\n')
                .Where(line => line.StartsWith("PaymentAbstractions.", StringComparison.Ordinal))
                .Select(line => line.Trim()),
        ];
    }
}
