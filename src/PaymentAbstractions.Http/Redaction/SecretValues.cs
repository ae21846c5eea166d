using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Http;

/// <summary>Masks values that the caller knows to be secret, in all forms in which they are sent.</summary>
internal static class SecretValues
{
    private const int LongestShortNumber = 4;
    private const int EscapeLength = 6;

    // Neither an address nor JSON escapes these characters.
    private static readonly SearchValues<char> Unescaped = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
    );

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    public static string Mask(string text, IReadOnlyList<string> forms)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i];
            if (form.Length <= text.Length && text.Contains(form, StringComparison.Ordinal))
            {
                text = IsShortNumber(form)
                    ? MaskNumber(text, form)
                    : text.Replace(form, Redactor.Mask, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>Determines the texts as which the secrets may appear, the longest first, because one secret may contain another.</summary>
    public static IReadOnlyList<string> FormsOf(IReadOnlyList<string> secrets)
    {
        List<string> forms = [];
        foreach (var secret in secrets)
        {
            if (!string.IsNullOrEmpty(secret))
            {
                Add(secret, forms);
            }
        }

        return forms;
    }

    // A security code: the same digits in amounts, ids and times are not the code.
    private static bool IsShortNumber(string form) => form.Length <= LongestShortNumber && form.All(char.IsAsciiDigit);

    private static string MaskNumber(string text, string number)
    {
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        for (
            var at = text.IndexOf(number, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(number, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + number.Length;
            if ((!IsDigit(text, at - 1) || IsEndOfEscape(text, at)) && !IsDigit(text, end))
            {
                masked.Append(text, copied, at - copied).Append(Redactor.Mask);
                copied = end;
            }
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsDigit(text[at]);

    // In \u0027987, the number is 987.
    private static bool IsEndOfEscape(string text, int at) =>
        at >= EscapeLength
        && text[at - EscapeLength] == '\\'
        && text[at - EscapeLength + 1] == 'u'
        && text.AsSpan(at - EscapeLength + 2, EscapeLength - 2).IndexOfAnyExcept(HexDigits) < 0;

    private static void Add(string secret, List<string> forms)
    {
        AddNew(secret, forms);
        if (!secret.AsSpan().ContainsAnyExcept(Unescaped))
        {
            return;
        }

        var percent = Uri.EscapeDataString(secret);
        AddNew(percent, forms);
        AddNew(percent.Replace("%20", "+", StringComparison.Ordinal), forms);
        AddNew(JsonForm(secret), forms);
    }

    private static void AddNew(string form, List<string> forms)
    {
        if (!forms.Contains(form))
        {
            var shorter = forms.FindIndex(one => one.Length < form.Length);
            forms.Insert(shorter < 0 ? forms.Count : shorter, form);
        }
    }

    private static string JsonForm(string secret)
    {
        try
        {
            return JsonEncodedText.Encode(secret).ToString();
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate has no JSON form.
            return secret;
        }
    }
}
