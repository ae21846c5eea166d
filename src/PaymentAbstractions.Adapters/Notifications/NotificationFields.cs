using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// The fields of a notification that a provider sent, in any of the supported formats: a JSON object, a form, or the query string of the
/// address. The body takes precedence over the query string.
/// </summary>
/// <remarks>The fields are not trusted. A value of more than 4096 characters counts as missing. Not thread-safe.</remarks>
public sealed class NotificationFields
{
    private readonly JsonFields? _json;
    private readonly Dictionary<string, string> _form;
    private readonly IReadOnlyDictionary<string, string> _query;

    private NotificationFields(
        JsonFields? json,
        Dictionary<string, string> form,
        IReadOnlyDictionary<string, string> query
    )
    {
        (_json, _form, _query) = (json, form, query);
    }

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The fields. A body that is neither a form nor a JSON object has no fields.</returns>
    public static NotificationFields Of(ReceivedNotification request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isForm =
            request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            == true;
        return new NotificationFields(
            isForm ? null : JsonFields.Read(request.Body.Span),
            isForm ? FormOf(request.Body.Span) : [],
            request.Query
        );
    }

    /// <summary>Reads a text.</summary>
    /// <param name="path">
    /// The name of the field, or the names of nested JSON objects with dots between, for example <c>_embedded.transaction.id</c>.
    /// </param>
    /// <returns>The text; <see langword="null"/> when it is missing or empty.</returns>
    public string? Text(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var names = path.Split('.');
        var inside = names[..^1].Aggregate(_json, static (fields, name) => fields?.Inside(name));
        var text = inside?.Text(names[^1]) ?? _form.GetValueOrDefault(path) ?? _query.GetValueOrDefault(path);
        return text is { Length: > 0 and <= JsonFields.LongestText } ? text : null;
    }

    /// <summary>Reads a whole number that is not negative.</summary>
    /// <param name="path">The path, as for <see cref="Text"/>.</param>
    /// <returns>The number; <see langword="null"/> when it is missing or something else.</returns>
    public long? Whole(string path) =>
        long.TryParse(Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    // The first value of a repeated field counts.
    private static Dictionary<string, string> FormOf(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            fields.TryAdd(Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");
        }

        return fields;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
