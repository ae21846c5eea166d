using System.Security.Cryptography;

namespace Checkout.Storefront;

/// <summary>Texts that cannot be guessed.</summary>
internal static class RandomText
{
    // Without characters that look alike.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New(int length) => RandomNumberGenerator.GetString(Letters, length);
}
