using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Http.Tests.Transport;

namespace PaymentAbstractions.Http.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_is_the_compiled_one()
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        var source = File.ReadAllText(Path.Combine(here, "ExampleClient.cs"));
        var readme = File.ReadAllText(Path.Combine(here, "../../../src/PaymentAbstractions.Http/README.md"));

        var example = source[source.IndexOf("internal sealed class", StringComparison.Ordinal)..];

        Assert.Contains("```csharp\n" + example + "```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_the_readme_works()
    {
        await using var server = FaultServer.Answering(Responses.Json("""{"id":"tx_1","result":"approved"}""", 201));
        await using var provider = new ServiceCollection().AddPaymentHttp().BuildServiceProvider();
        var client = new ExampleClient(
            provider.GetRequiredService<PaymentTransportFactory>(),
            server.Address,
            static () => "key"
        );

        using var attempt = TransportFixture.Attempt();

        var outcome = await client.SaleAsync(new SaleBody("tok", 1250), attempt);

        Assert.Equal("approved", outcome);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
