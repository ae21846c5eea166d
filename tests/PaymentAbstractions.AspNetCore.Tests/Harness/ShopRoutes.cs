using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>The endpoints that a shop maps.</summary>
internal sealed class ShopRoutes(IEndpointRouteBuilder endpoints)
{
    public ShopRoutes Webhooks(
        string pattern = "/payments/webhooks/{gateway}",
        Action<PaymentEndpointOptions>? configure = null
    )
    {
        endpoints.MapPaymentWebhooks(pattern, configure);
        return this;
    }

    public ShopRoutes Hints(string pattern = "/payments/hints/{gateway}")
    {
        endpoints.MapPaymentHints(pattern);
        return this;
    }

    public ShopRoutes Returns(
        Func<PaymentReturn, HttpContext, Task<IResult>> answer,
        string pattern = "/payments/return/{gateway}/{key}"
    )
    {
        endpoints.MapPaymentReturn(pattern, answer);
        return this;
    }
}
