using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conventions;

/// <summary>The program of a page, in a new web application and with the emulators running, completes a sale.</summary>
public sealed class WebApplicationTests
{
    /// <summary>The address at which <c>payments-sandbox</c> emulates Rebilly; this test uses another one.</summary>
    private const string SandboxAddress = "http://127.0.0.1:18480/";

    public static TheoryData<string> Pages =>
        [.. MarkdownPage.All.Where(page => page.Blocks.Any(block => block.IsWebApplication)).Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_program_of_a_page_sells(string path)
    {
        var token = TestContext.Current.CancellationToken;
        await using var sandbox = await RebillySandbox.StartAsync(cancellationToken: token);
        var page = MarkdownPage.Named(path);
        var program = page.Blocks.Single(one => one.IsWebApplication);
        var settings = page.Blocks.SingleOrDefault(one => one.IsWebSettings)?.Code;
        Assert.Contains(SandboxAddress, program.Code + settings, StringComparison.Ordinal);
        await using var shop = await RunningProgram.StartAsync(
            program with
            {
                Code = Emulated(program.Code),
            },
            settings is null ? null : Emulated(settings),
            token
        );

        using var paid = await shop.Client.PostAsync("orders/1042/pay", content: null, token);
        using var again = await shop.Client.PostAsync("orders/1042/pay", content: null, token);

        var answer = await paid.Content.ReadAsStringAsync(token);
        Assert.Contains("Approved", answer, StringComparison.Ordinal);
        Assert.Equal(answer, await again.Content.ReadAsStringAsync(token));
        Assert.Single(sandbox.Ledger.Movements);

        string Emulated(string text) =>
            text.Replace(SandboxAddress, $"{sandbox.BaseAddress}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_readme_has_a_program() => Assert.Contains("README.md", Pages.Select(row => row.Data));
}
