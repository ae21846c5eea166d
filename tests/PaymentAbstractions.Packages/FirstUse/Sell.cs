using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Packages;

/// <summary>Follows the steps of the pages, with the packages in a folder.</summary>
internal static class Sell
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string folder, string version)
    {
        var pages = FirstUsePage.Find();
        var failed = pages.Count == 0 ? 1 : 0;
        foreach (var page in pages)
        {
            using var timeout = new CancellationTokenSource(MaxTime);
            var problem = await ProblemAsync(page, Path.GetFullPath(folder), version, timeout.Token);
            Console.WriteLine($"{page.Name}: {problem ?? $"sold with {string.Join(", ", page.Packages)} {version}"}");
            failed += problem is null ? 0 : 1;
        }

        Console.WriteLine($"{pages.Count} pages, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<string?> ProblemAsync(
        FirstUsePage page,
        string folder,
        string version,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SellAsync(page, folder, version, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return $"took longer than {MaxTime.TotalMinutes} minutes";
        }
    }

    private static async Task<string?> SellAsync(
        FirstUsePage page,
        string folder,
        string version,
        CancellationToken cancellationToken
    )
    {
        await using var sandbox = await RebillySandbox.StartAsync(cancellationToken: cancellationToken);
        using var application = FreshApplication.Create(page, sandbox.BaseAddress);
        await application.InstallAsync(folder, version, cancellationToken);
        await application.StartAsync(cancellationToken);
        var first = await application.PayAsync(cancellationToken);
        var second = await application.PayAsync(cancellationToken);
        var sales = sandbox.Ledger.Movements.Count(movement => movement.Kind == SandboxMovementKind.Sale);

        return !first.Contains("Approved", StringComparison.Ordinal) ? $"the sale was answered with '{first}'"
            : second != first ? $"the repeat was answered with '{second}', not with '{first}'"
            : sales != 1 ? $"the provider's ledger shows {sales} sales"
            : null;
    }
}
