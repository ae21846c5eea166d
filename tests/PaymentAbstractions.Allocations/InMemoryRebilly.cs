using System.Globalization;
using System.Net;
using System.Text;

namespace PaymentAbstractions.Allocations;

/// <summary>
/// Rebilly without a network, for one caller at a time. A call allocates a response and nothing else, so that the figures are the library's: what
/// it shows of an order is written over a template, and the number of the order is part of the ids of its customer and transactions.
/// </summary>
internal sealed class InMemoryRebilly : HttpMessageHandler
{
    public const int NumberLength = 8;
    public const string CustomerPrefix = "cus_";

    private const int KeptKeys = 4096;

    // What a template has where an answer has the number, the key and the time.
    private const string Number = "########";
    private const string Key = "****************************************";
    private const string Time = "2026-01-01T00:00:00Z";

    private static readonly byte[] NumberMark = Encoding.ASCII.GetBytes(Number);
    private static readonly byte[] KeyMark = Encoding.ASCII.GetBytes(Key);
    private static readonly byte[] TimeMark = Encoding.ASCII.GetBytes(Time);

    private static readonly byte[] Sale = Template("txn_s", "sale", "completed", "approved", "00");
    private static readonly byte[] Declined = Template("txn_s", "sale", "completed", "declined", "05");
    private static readonly byte[] Authorization = Template("txn_a", "authorize", "waiting-capture", "approved", "00");
    private static readonly byte[] Capture = Template("txn_c", "capture", "completed", "approved", "00", "txn_a");

    private readonly MemoryStream _request = new(4096);
    private readonly byte[] _answer = new byte[4096];
    private readonly byte[] _keys = new byte[Key.Length * KeptKeys];

    /// <summary>The amount of every transaction.</summary>
    public static Money Amount { get; } = Money.Usd(49.90m);

    /// <summary>Whether sales are declined.</summary>
    public bool Declines { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        int length;
        if (request.Content is { } content)
        {
            _request.SetLength(0);
            await content.CopyToAsync(_request, cancellationToken);
            length = Receive(_request.GetBuffer().AsSpan(0, (int)_request.Length));
        }
        else
        {
            length = Show(request.RequestUri!.PathAndQuery);
        }

        var answer = new ByteArrayContent(_answer, 0, length);
        answer.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(request.Content is null ? HttpStatusCode.OK : HttpStatusCode.Created)
        {
            Content = answer,
            RequestMessage = request,
        };
    }

    // Rebilly matches a sale of a stored instrument to an open authorization.
    private int Receive(ReadOnlySpan<byte> request)
    {
        var isCapture = request.IndexOf("\"paymentInstrumentId\":"u8) >= 0;
        var template =
            isCapture ? Capture
            : request.IndexOf("\"type\":\"authorize\""u8) >= 0 ? Authorization
            : Declines ? Declined
            : Sale;
        var number = After("\"customerId\":\"cus_"u8, request)[..NumberLength];
        var key = After("\"requestId\":\""u8, request)[..Key.Length];
        if (!isCapture)
        {
            key.CopyTo(KeyOf(number));
        }

        return Write(template, number, key, _answer);
    }

    private int Show(string target)
    {
        var list = target.IndexOf("?filter=customerId%3Acus_", StringComparison.Ordinal);
        Span<byte> number = stackalloc byte[NumberLength];
        if (list < 0)
        {
            Encoding.ASCII.GetBytes(target.AsSpan()[^NumberLength..], number);
            var template = target[^(NumberLength + 1)] == 'a' ? Authorization : Sale;
            return Write(template, number, KeyOf(number), _answer);
        }

        Encoding.ASCII.GetBytes(
            target.AsSpan(target.IndexOf("cus_", list, StringComparison.Ordinal) + 4, NumberLength),
            number
        );
        _answer[0] = (byte)'[';
        var length = 1 + Write(Authorization, number, KeyOf(number), _answer.AsSpan(1));
        _answer[length] = (byte)']';
        return length + 1;
    }

    private Span<byte> KeyOf(ReadOnlySpan<byte> number) =>
        _keys.AsSpan(
            int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) % KeptKeys * Key.Length,
            Key.Length
        );

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> name, ReadOnlySpan<byte> request) =>
        request[(request.IndexOf(name) + name.Length)..];

    private static int Write(byte[] template, ReadOnlySpan<byte> number, ReadOnlySpan<byte> key, Span<byte> destination)
    {
        Span<byte> now = stackalloc byte[Time.Length];
        TimeProvider.System.GetUtcNow().TryFormat(now, out _, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        template.CopyTo(destination);
        var answer = destination[..template.Length];
        Replace(answer, NumberMark, number);
        Replace(answer, KeyMark, key);
        Replace(answer, TimeMark, now);
        return template.Length;
    }

    private static void Replace(Span<byte> answer, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> value)
    {
        for (var at = answer.IndexOf(mark); at >= 0; at = answer.IndexOf(mark))
        {
            value.CopyTo(answer[at..]);
            answer = answer[(at + value.Length)..];
        }
    }

    // The fields that an adapter reads, and some that it does not.
    private static byte[] Template(
        string prefix,
        string type,
        string status,
        string result,
        string code,
        string? parentPrefix = null
    ) =>
        Encoding.ASCII.GetBytes(
            $$"""
            {
              "id": "{{prefix}}{{Number}}",
              "websiteId": "web_1",
              "customerId": "{{CustomerPrefix}}{{Number}}",
              "type": "{{type}}",
              "status": "{{status}}",
              "result": "{{result}}",
              "amount": 49.90,
              "currency": "USD",
              "purchaseAmount": 49.90,
              "purchaseCurrency": "USD",
              "requestAmount": 49.90,
              "requestCurrency": "USD",
              "hasAmountAdjustment": false,
              "parentTransactionId": {{(parentPrefix is null ? "null" : $"\"{parentPrefix}{Number}\"")}},
              "childTransactions": [],
              "invoiceIds": ["inv_01JC7Q8M0PK3N5R7T9V1X3Z5B7"],
              "subscriptionIds": [],
              "planIds": [],
              "requestId": "{{Key}}",
              "organizationId": "org_1",
              "description": "Order {{Number}}",
              "method": "payment-card",
              "paymentInstrument": { "method": "payment-card", "paymentInstrumentId": "inst_1" },
              "bin": "411111",
              "billingAddress": {
                "firstName": "Ada",
                "lastName": "Example",
                "address": "17 Long Orchard Road",
                "city": "Springfield",
                "region": "IL",
                "country": "US",
                "postalCode": "62701",
                "phoneNumbers": [{ "label": "main", "value": "555 0100", "primary": true }],
                "emails": [{ "label": "main", "value": "ada@shop.example", "primary": true }]
              },
              "gatewayName": "TestProcessor",
              "gatewayAccountId": "gw_1",
              "gatewayTransactionId": "4f7b1c2e9d8a4c6b",
              "acquirerName": "Test Acquirer",
              "billingDescriptor": "SHOP*EXAMPLE",
              "gateway": {
                "response": {
                  "code": "{{code}}",
                  "message": "The issuer's answer",
                  "type": "{{result}}",
                  "originalCode": "1000",
                  "originalMessage": "THE PROCESSOR'S ANSWER"
                },
                "avsResponse": { "code": "Y", "message": "Street address and postal code match" },
                "cvvResponse": { "code": "M", "message": "Security code matches" }
              },
              "createdTime": "{{Time}}",
              "updatedTime": "{{Time}}",
              "processedTime": "{{Time}}",
              "settlementTime": null,
              "revision": 3,
              "riskScore": 7,
              "riskMetadata": { "ipAddress": "203.0.113.17", "fingerprint": "3f1c9a6de27b4f58", "isProxy": false },
              "isProcessedOutside": false,
              "isDisputed": false,
              "disputeStatus": null,
              "has3ds": false,
              "customFields": { "orderChannel": "web", "campaign": "autumn-sale" },
              "redirectUrl": "https://shop.example/thanks",
              "_links": [
                { "rel": "self", "href": "https://provider.example/organizations/org_1/transactions/{{prefix}}{{Number}}" },
                { "rel": "customer", "href": "https://provider.example/organizations/org_1/customers/{{CustomerPrefix}}{{Number}}" }
              ]
            }
            """
        );
}
