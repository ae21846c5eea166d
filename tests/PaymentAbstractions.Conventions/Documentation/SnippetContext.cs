using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Conventions;

/// <summary>What the examples of a README may take for granted: the names that every application or test has.</summary>
public abstract class SnippetContext
{
    protected IServiceCollection services { get; } = null!;
    protected IServiceProvider provider { get; } = null!;
    protected IConfiguration configuration { get; } = null!;
    protected IHostApplicationBuilder builder { get; } = null!;
    protected IPaymentGateways gateways { get; } = null!;
    protected IPaymentGateway gateway { get; } = null!;
    protected string[] args { get; } = null!;
    protected SaleRequest request { get; } = null!;
    protected DateTimeOffset startedAt { get; }
    protected PaymentResult result { get; } = null!;
    protected HttpMessageHandler handler { get; } = null!;
    protected HttpClient httpClient { get; } = null!;
    protected TimeProvider timeProvider { get; } = null!;
    protected CancellationToken cancellationToken { get; }

    /// <summary>The application that an example tests.</summary>
    protected sealed class Program;
}
