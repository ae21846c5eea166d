using System.Text.Json;

namespace PaymentAbstractions.Http;

/// <summary>Masks values that the caller knows to be secret, in the forms in which they travel.</summary>
internal static class SecretValues
{
    public static string Mask(string text, IReadOnlyList<string> secrets)
    {
        if (secrets is null || secrets.Count == 0)
        {
            return text;
        }

        if (!AnyFits(text, secrets))
        {
            return text;
        }

        // The longest first: one secret may contain another.
        foreach (
            var form in secrets
                .Where(static secret => !string.IsNullOrEmpty(secret))
                .SelectMany(Forms)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(static form => form.Length)
        )
        {
            text = text.Replace(form, Redactor.Mask, StringComparison.Ordinal);
        }

        return text;
    }

    // No form of a secret is shorter than the secret, and most texts are shorter than any key.
    private static bool AnyFits(string text, IReadOnlyList<string> secrets)
    {
        for (var i = 0; i < secrets.Count; i++)
        {
            if (secrets[i] is { Length: > 0 } secret && secret.Length <= text.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        var percent = Uri.EscapeDataString(secret);
        yield return percent;
        yield return percent.Replace("%20", "+", StringComparison.Ordinal);
        yield return JsonForm(secret);
    }

    private static string JsonForm(string secret)
    {
        try
        {
            return JsonEncodedText.Encode(secret).ToString();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no JSON form.
            return secret;
        }
    }
}
