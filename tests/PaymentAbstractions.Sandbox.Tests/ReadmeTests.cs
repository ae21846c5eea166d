using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Sandbox.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_smallest_use_works()
    {
        var token = TestContext.Current.CancellationToken;
        await using var sandbox = await RebillySandbox.StartAsync(cancellationToken: token);
        using var client = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress, "organizations/org_sandbox/") };
        client.DefaultRequestHeaders.Add("REB-APIKEY", "sk_sandbox");

        using var answer = await client.PutAsync(
            "customers/cus_1",
            new StringContent("{}", mediaType: new("application/json")),
            token
        );
        sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        sandbox.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(0, sandbox.Ledger.CountCharges("cus_1"));
        Assert.True(sandbox.Traffic.BytesReceived > 0);
    }

    [Fact]
    public async Task The_smallest_use_of_the_terminal_works()
    {
        var token = TestContext.Current.CancellationToken;
        await using var terminal = await VirtualTerminalSandbox.StartAsync(cancellationToken: token);
        using var http = new HttpClient { BaseAddress = terminal.BaseAddress };
        var sale = """
            {"ApiKey":"vt_sandbox_key","MID":"mid_sandbox","TransactionType":"sale","Amount":12.50,
             "CustomerId":7001,"PaymentMethodId":9001,"Description":"order 7"}
            """;

        using var answer = await http.PostAsync(
            "transaction/add",
            new StringContent(sale, mediaType: new("application/json")),
            token
        );
        terminal.SettleAll();

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, terminal.Ledger.CountCharges("order 7"));
    }

    [Fact]
    public async Task Every_fault_and_profile_is_explained()
    {
        var readme = await File.ReadAllTextAsync(PathOfReadme(), TestContext.Current.CancellationToken);
        var names = SandboxFault
            .All.Select(fault => fault.Name)
            .Concat(RebillySandboxProfile.All.Select(profile => profile.Name))
            .Concat(VirtualTerminalSandboxProfile.All.Select(profile => profile.Name))
            .ToList();

        Assert.True(names.Count > 45);
        Assert.All(names, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    private static string PathOfReadme([CallerFilePath] string self = "") =>
        Path.Combine(Path.GetDirectoryName(self)!, "../../src/PaymentAbstractions.Sandbox/README.md");
}
