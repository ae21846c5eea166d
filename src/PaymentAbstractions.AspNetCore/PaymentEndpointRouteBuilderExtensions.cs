using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints that payment providers post to, and the endpoint that customers return to.</summary>
public static class PaymentEndpointRouteBuilderExtensions
{
    // The methods that a provider's account can be configured to send.
    private static readonly string[] WebhookMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] ReturnMethods = ["GET", "POST"];

    /// <summary>
    /// Receives webhooks: authenticates them according to <c>Webhooks</c> in the gateway's configuration, reads the transactions again, and
    /// answers 204 when the journal has recorded them or 503 when the provider must send the webhook again.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">The route pattern, with <c>{gateway}</c> for the configured name.</param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>A builder for further conventions. The application's authorization and antiforgery do not apply.</returns>
    /// <remarks>Use HTTPS only: passwords and secret headers need an encrypted connection.</remarks>
    /// <exception cref="PaymentConfigurationException">
    /// A gateway whose provider sends webhooks has no <c>Webhooks</c>, a limit is out of range, or the payments have other problems.
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
                    "is missing, although webhooks are received. Set Authentication to Basic or Digest with UserName and Password, or to Header with HeaderName and HeaderValue. If the provider sends no webhooks, set Enabled to false."
                );
            }
        }

        return problems.Count > 0
            ? throw new PaymentConfigurationException(problems)
            : Map(endpoints, pattern, configure, isHint: false);
    }

    /// <summary>
    /// Receives posts from providers to the <see cref="PaymentMethodRequest.NotificationUrl"/> of a payment. Because anyone can send one,
    /// only unresolved payments are looked up, a few times a minute.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">The route pattern, with <c>{gateway}</c> for the configured name.</param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>A builder for further conventions. The application's authorization and antiforgery do not apply.</returns>
    /// <exception cref="PaymentConfigurationException">A limit is out of range.</exception>
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
    /// Receives customers who come back from the provider's page, at the <see cref="PaymentMethodRequest.ReturnUrl"/> of a payment. A
    /// result in the URL is not trusted: the state of the payment comes from the journal, and from the provider while the payment is
    /// unresolved.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">
    /// The route pattern, with <c>{gateway}</c> for the configured name and <c>{key}</c> for the key of the payment, for example
    /// <c>/payments/return/{gateway}/{key}</c>.
    /// </param>
    /// <param name="answer">
    /// Creates the response for the customer, usually a redirect, so that a token in the URL is no longer visible. It is called for anyone
    /// who opens the URL: before it shows more than an outcome, check that the payment belongs to the customer.
    /// </param>
    /// <param name="configure">Changes the limits.</param>
    /// <returns>
    /// A builder for further conventions. The application's authorization applies. When a provider sends the customer back with a form
    /// post, the browser omits <c>SameSite=Lax</c> cookies; allow anonymous callers in that case.
    /// </returns>
    /// <exception cref="PaymentConfigurationException">A limit is out of range.</exception>
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
                throw new ArgumentException($"must contain {{{name}}}, but is '{pattern}'.", nameof(pattern));
            }
        }

        return route;
    }
}
