using Checkout.Browser.Visits;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Checkout.Browser.Looks;

/// <summary>Inspects pages in every look, and keeps pictures of them.</summary>
public sealed class Inspection
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    private readonly List<string> _findings = [];

    /// <summary>What is wrong with the pages so far.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Inspects the page that is open.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The name of the page and its state.</param>
    public async Task OfAsync(IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var look in Look.All)
        {
            await look.UseAsync(page);
            var result = await page.RunAxe(Rules);
            Assert.NotEmpty(result.Passes);
            _findings.AddRange(
                result.Violations.SelectMany(violation =>
                    violation.Nodes.Select(node =>
                        $"{name}, {look.Name}: {violation.Id}, {violation.Help}: {node.Html}"
                    )
                )
            );
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > look.Width)
            {
                _findings.Add($"{name}, {look.Name}: the page is {width} pixels wide.");
            }

            if (look.IsPictured)
            {
                await Pictures.TakeAsync(page, $"{name}-{look.Name}");
            }
        }

        await Look.All[0].UseAsync(page);
    }
}
