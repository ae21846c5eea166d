using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the addresses to which payment providers post, and to which they send customers back.</summary>
public static class PaymentEndpointRouteBuilderExtensions
{
    // What a provider's account may be configured to send.
    private static readonly string[] WebhookMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] ReturnMethods = ["GET", "POST"];

    /// <summary>
    /// Receives webhooks: authenticates them as <c>Webhooks</c> of the gateway's configuration says, reads what they are about again, and
    /// answers 204 when the journal has it, 503 when the provider shall send it again.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, with <c>{gateway}</c> for the configured name.</param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>For further conventions. Authorization and antiforgery of the application do not apply.</returns>
    /// <remarks>Serve it over https only: a password or secret header is as safe as the way that it takes.</remarks>
    /// <exception cref="PaymentConfigurationException">
    /// A gateway whose provider notifies has no <c>Webhooks</c>, a limit is out of its range, or the payments have other problems.
    /// </exception>
    /// <exception cref="ArgumentException">The pattern has no <c>{gateway}</c>.</exception>
    public static IEndpointConventionBuilder MapPaymentWebhooks(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/payments/webhooks/{gateway}",
        Action<PaymentEndpointOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var gateways = endpoints.ServiceProvider.GetRequiredService<PaymentGateways>().Snapshot.Gateways;
        var problems = new ProblemList();
        foreach (var gateway in gateways.Select(one => one.Configured))
        {
            if (gateway.Webhooks is null && WebhookEndpoint.ReaderOf(gateway) is not null)
            {
                problems.Add(
                    gateway.Place.Of(WebhookSection.Key),
                    "is missing, and webhooks are received. Say how the provider authenticates itself: Authentication Basic or Digest with UserName and Password, or Header with HeaderName and HeaderValue; or Enabled false, when it sends none."
                );
            }
        }

        return problems.Count > 0
            ? throw new PaymentConfigurationException(problems)
            : Map(endpoints, pattern, configure, isHint: false);
    }

    /// <summary>
    /// Receives what providers post to the <see cref="PaymentMethodRequest.NotificationUrl"/> of a payment. Anybody can: a payment is looked
    /// up only when it is in doubt, and a few times a minute.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, with <c>{gateway}</c> for the configured name.</param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>For further conventions. Authorization and antiforgery of the application do not apply.</returns>
    /// <exception cref="PaymentConfigurationException">A limit is out of its range.</exception>
    /// <exception cref="ArgumentException">The pattern has no <c>{gateway}</c>.</exception>
    public static IEndpointConventionBuilder MapPaymentHints(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/payments/hints/{gateway}",
        Action<PaymentEndpointOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return Map(endpoints, pattern, configure, isHint: true);
    }

    /// <summary>
    /// Receives customers who come back from the provider's page: the <see cref="PaymentMethodRequest.ReturnUrl"/> of a payment. A result in
    /// the address is not believed: what is known of the payment comes from the journal, and from the provider while it is in doubt.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">
    /// The address, with <c>{gateway}</c> for the configured name and <c>{key}</c> for the key of the payment, for example
    /// <c>/payments/return/{gateway}/{key}</c>.
    /// </param>
    /// <param name="answer">
    /// What the customer is shown; usually a redirect, so that a token in the address goes out of sight. It is called for anybody who opens
    /// the address: check that the payment is that of the customer before it shows more than an outcome.
    /// </param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>
    /// For further conventions. The authorization of the application applies: a provider that sends the customer back with a form brings no
    /// cookie that is <c>SameSite=Lax</c>, so allow anonymous callers where that matters.
    /// </returns>
    /// <exception cref="PaymentConfigurationException">A limit is out of its range.</exception>
    /// <exception cref="ArgumentException">The pattern has no <c>{gateway}</c> or no <c>{key}</c>.</exception>
    public static IEndpointConventionBuilder MapPaymentReturn(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<PaymentReturn, HttpContext, Task<IResult>> answer,
        Action<PaymentEndpointOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(answer);
        var route = Parse(pattern, WebhookEndpoint.Gateway, ReturnEndpoint.Key);
        var services = endpoints.ServiceProvider;
        var endpoint = new ReturnEndpoint(
            services.GetRequiredService<GatewayDirectory>(),
            services.GetRequiredService<IPaymentNotifications>(),
            services.GetRequiredService<TimeProvider>(),
            PaymentEndpointOptions.Of(configure),
            answer
        );
        return endpoints.MapMethods(route.RawText!, ReturnMethods, endpoint.HandleAsync).DisableAntiforgery();
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Action<PaymentEndpointOptions>? configure,
        bool isHint
    )
    {
        var route = Parse(pattern, WebhookEndpoint.Gateway);
        var services = endpoints.ServiceProvider;
        var endpoint = new WebhookEndpoint(
            services.GetRequiredService<GatewayDirectory>(),
            services.GetRequiredService<IPaymentNotifications>(),
            services.GetRequiredService<PaymentsLog>(),
            services.GetRequiredService<TimeProvider>(),
            PaymentEndpointOptions.Of(configure),
            isHint
        );
        return endpoints
            .MapMethods(route.RawText!, WebhookMethods, endpoint.HandleAsync)
            .AllowAnonymous()
            .DisableAntiforgery();
    }

    private static RoutePattern Parse(string pattern, params string[] needed)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var route = RoutePatternFactory.Parse(pattern);
        foreach (var name in needed)
        {
            if (route.GetParameter(name) is null)
            {
                throw new ArgumentException($"must have {{{name}}}, and is '{pattern}'.", nameof(pattern));
            }
        }

        return route;
    }
}
