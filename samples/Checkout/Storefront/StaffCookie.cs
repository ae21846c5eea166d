namespace Checkout.Storefront;

/// <summary>The name of the person who captures, refunds and voids. A real shop takes it from the signed-in user.</summary>
public static class StaffCookie
{
    private const string Name = "staff";
    private const string Unnamed = "Staff";

    /// <summary>Reads the name.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies[Name] is { Length: > 0 } name ? name : Unnamed;
    }

    /// <summary>Keeps the name until the browser is closed.</summary>
    public static void Set(HttpContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(
            Name,
            name,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                IsEssential = true,
            }
        );
    }
}
