using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Conventions;

/// <summary>What the examples of a page can assume: the names that every application or test has.</summary>
/// <remarks>Examples that are only compiled have no <see cref="Host"/>, and none of the values.</remarks>
public abstract class ExampleContext
{
    /// <summary>The application that an example runs in.</summary>
    internal ExampleHost Host { get; set; } = null!;

    protected IServiceCollection services { get; } = new ServiceCollection();
    protected IServiceProvider provider => Host.Services;
    protected IConfiguration configuration => Host.Services.GetRequiredService<IConfiguration>();
    protected IHostApplicationBuilder builder { get; } = null!;
    protected IPaymentGateways gateways => Host.Services.GetRequiredService<IPaymentGateways>();
    protected IPaymentGateway gateway => Host.Services.GetRequiredService<IPaymentGateway>();
    protected string[] args { get; } = [];
    protected SaleRequest request => Host.Request;
    protected DateTimeOffset startedAt => Host.StartedAt;
    protected PaymentResult result => Host.Result;
    protected HttpMessageHandler handler { get; } = null!;
    protected HttpClient httpClient { get; } = null!;
    protected TimeProvider timeProvider { get; } = TimeProvider.System;
    protected CancellationToken cancellationToken { get; }

    /// <summary>Where an example prints, in place of the console of the process, which all tests share.</summary>
    protected static class Console
    {
        public static void WriteLine(object? value = null) => ExampleHost.Print($"{value}\n");

        public static void Write(object? value) => ExampleHost.Print($"{value}");
    }

    /// <summary>The application that an example tests.</summary>
    protected sealed class Program;
}
