using System.Security.Cryptography;
using System.Text;

namespace Checkout.Storefront;

/// <summary>Distinguishes shoppers' browsers. This shop has no accounts: the cookie is all that it knows of a shopper.</summary>
public static class ShopperCookie
{
    private const string Name = "shopper";
    private const int Length = 26;
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>The shopper of a request; a new one gets the cookie.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Name] is string known)
        {
            return known;
        }

        if (context.Request.Cookies[Name] is not { Length: Length } shopper || !shopper.All(char.IsAsciiLetterOrDigit))
        {
            shopper = RandomText.New(Length);
            context.Response.Cookies.Append(
                Name,
                shopper,
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = Life,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                }
            );
        }

        context.Items[Name] = shopper;
        return shopper;
    }

    /// <summary>The shopper's id at the providers, which reveals nothing about the cookie.</summary>
    public static string CustomerIdOf(string shopper) =>
        $"shopper-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shopper)))[..16]}";
}
