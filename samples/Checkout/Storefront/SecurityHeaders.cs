namespace Checkout.Storefront;

/// <summary>Permits the shop's own files and the providers' frames, and nothing else.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        // Forms of the shop lead to the bank's page by a redirect, which browsers count as part of the form.
        var providers = string.Join(
            ' ',
            app.Configuration.GetSection("Payments:Gateways")
                .GetChildren()
                .Select(gateway => gateway.GetValue<Uri>("BaseUrl")!.GetLeftPart(UriPartial.Authority))
        );
        var policy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src {providers}; form-action 'self' {providers}; frame-ancestors 'none'; base-uri 'none'";
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers.CacheControl = "no-cache, no-store";
                return next(context);
            }
        );
    }
}
