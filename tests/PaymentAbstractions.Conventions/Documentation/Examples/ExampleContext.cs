using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Conventions;

/// <summary>The names that the examples of a page can use: those that every application or test has.</summary>
/// <remarks>Examples that are only compiled have no <see cref="Host"/> and no values.</remarks>
public abstract class ExampleContext
{
    /// <summary>The application in which an example runs.</summary>
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

    /// <summary>Replaces the console in examples, because all tests share the console of the process.</summary>
    protected static class Console
    {
        public static void WriteLine(object? value = null) => ExampleHost.Print($"{value}\n");

        public static void Write(object? value) => ExampleHost.Print($"{value}");
    }

    /// <summary>The application that an example tests.</summary>
    protected sealed class Program;
}
