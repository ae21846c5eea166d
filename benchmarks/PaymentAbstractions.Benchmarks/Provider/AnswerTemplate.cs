using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>
/// An answer of a provider: JSON with the present time, an id of its own, and what the request names. <c>"@amount"</c> stands for a value
/// of the request, as it stands there; <c>{id}</c>, <c>{parent}</c> and <c>{now}</c> for the provider's own values.
/// </summary>
internal sealed partial class AnswerTemplate
{
    private const int LongestValue = 300;

    private readonly Part[] _parts;

    private AnswerTemplate(JsonNode json, bool isForm = false)
    {
        _parts = [.. Split(json.ToJsonString(), isForm)];
        MaxLength = _parts.Sum(static part => part.Text.Length + LongestValue);
    }

    /// <summary>A Rebilly sale that was approved.</summary>
    public static AnswerTemplate Sale { get; } = new(Load("transaction.json"));

    /// <summary>The same sale later, when it can be refunded.</summary>
    public static AnswerTemplate SettledSale { get; } =
        new(Changed("transaction.json", static sale => sale["settlementTime"] = "{now}"));

    /// <summary>The refund of a Rebilly sale. The request is the refund's, followed by the sale's.</summary>
    public static AnswerTemplate Refund { get; } =
        new(
            Changed(
                "transaction.json",
                static sale =>
                {
                    sale["type"] = "refund";
                    sale["parentTransactionId"] = TransactionIds.Of("{parent}");
                    sale["requestId"] = null;
                    sale["orderId"] = null;
                }
            )
        );

    /// <summary>A payment intent of Stripe that succeeded.</summary>
    public static AnswerTemplate PaymentIntent { get; } = new(Load("payment-intent.json"), isForm: true);

    /// <summary>A refund of Stripe that succeeded.</summary>
    public static AnswerTemplate StripeRefund { get; } = new(Load("refund.json"), isForm: true);

    /// <summary>A sale of the virtual terminal that was approved.</summary>
    public static AnswerTemplate TerminalSale { get; } = new(Load("terminal-sale.json"));

    /// <summary>More bytes than any answer needs.</summary>
    public int MaxLength { get; }

    /// <summary>A Rebilly sale that was approved, in an answer of a given length.</summary>
    /// <param name="length">The length in bytes, at least about 800; the answer differs from it by the length of its values.</param>
    /// <returns>A sale with as many members as fit, and then with a history that an adapter does not read.</returns>
    public static AnswerTemplate SaleOfLength(int length)
    {
        string[] needed =
        [
            "id",
            "type",
            "status",
            "result",
            "amount",
            "currency",
            "requestAmount",
            "requestCurrency",
            "customerId",
            "requestId",
            "gateway",
            "createdTime",
        ];
        var sale = Load("transaction.json");
        var made = new JsonObject();
        foreach (
            var (name, value) in sale.OrderByDescending(member => needed.Contains(member.Key, StringComparer.Ordinal))
        )
        {
            if (needed.Contains(name, StringComparer.Ordinal) || made.ToJsonString().Length + 200 < length)
            {
                made[name] = value?.DeepClone();
            }
        }

        var history = new JsonArray();
        made["history"] = history;
        for (var rest = length - made.ToJsonString().Length; rest > 0; rest -= history[^1]!.ToJsonString().Length + 1)
        {
            history.Add(
                new JsonObject
                {
                    ["revision"] = history.Count,
                    ["status"] = "completed",
                    ["comment"] = "Compared with the settlement report of the acquirer",
                }
            );
        }

        return new AnswerTemplate(made);
    }

    /// <summary>Writes the answer.</summary>
    /// <param name="id">The number in its id.</param>
    /// <param name="parent">The number in the id of the transaction that it belongs to.</param>
    /// <param name="request">The body of the request.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Write(long id, long parent, ReadOnlySpan<byte> request, Span<byte> destination)
    {
        Span<byte> own = stackalloc byte[TransactionIds.Digits];
        var length = 0;
        foreach (var part in _parts)
        {
            part.Text.CopyTo(destination[length..]);
            length += part.Text.Length;
            var value = part.Name is { } name
                ? part.IsInText
                    ? RequestValue.After(name, request).Trim((byte)'"')
                    : RequestValue.After(name, request)
                : own[..Own(part.Own, id, parent, own)];
            value.CopyTo(destination[length..]);
            length += value.Length;
        }

        return length;
    }

    private static int Own(string? placeholder, long id, long parent, Span<byte> destination)
    {
        var written = 0;
        var culture = CultureInfo.InvariantCulture;
        _ = placeholder switch
        {
            "id" => id.TryFormat(destination, out written, TransactionIds.Format, culture),
            "parent" => parent.TryFormat(destination, out written, TransactionIds.Format, culture),
            "now" => Now().TryFormat(destination, out written, "yyyy-MM-dd'T'HH:mm:ss'Z'", culture),
            "unix" => Now().ToUnixTimeSeconds().TryFormat(destination, out written, default, culture),
            "number" => id.TryFormat(destination, out written, default, culture),
            _ => true,
        };
        return written;
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private static JsonObject Load(string name)
    {
        using var stream = typeof(AnswerTemplate).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonObject Changed(string name, Action<JsonObject> change)
    {
        var json = Load(name);
        change(json);
        return json;
    }

    private static IEnumerable<Part> Split(string json, bool isForm)
    {
        var start = 0;
        foreach (Match match in Placeholder().Matches(json))
        {
            var text = Encoding.UTF8.GetBytes(json[start..match.Index]);
            start = match.Index + match.Length;
            var named = match.Groups["named"];
            yield return named.Success
                ? new Part(text, RequestValue.Name(named.Value, isForm), Own: null, IsInText: match.Value[0] == '{')
                : new Part(text, Name: null, match.Groups["own"].Value);
        }

        yield return new Part(Encoding.UTF8.GetBytes(json[start..]), Name: null, Own: null);
    }

    [GeneratedRegex(
        "\"#(?<own>unix|number)\"|\"@(?<named>\\w+)\"|\\{(?<own>id|parent|now)\\}|\\{(?<named>\\w+)\\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Placeholder();

    private sealed record Part(byte[] Text, byte[]? Name, string? Own, bool IsInText = false);
}
