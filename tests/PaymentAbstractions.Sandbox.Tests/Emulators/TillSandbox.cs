using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Sandbox.Tests.Emulators;

/// <summary>A minimal provider: it charges, with or without a key, and answers in JSON or XML.</summary>
internal sealed class TillSandbox(SandboxOptions options) : ProviderSandbox(options, Echoes)
{
    private static readonly SandboxEchoes Echoes = new()
    {
        Id = "id",
        Amount = "amount",
        Currency = "currency",
        Type = "type",
        Types = ["charge", "refund"],
        Parent = "of",
        Texts = ["text"],
    };

    public static async Task<TillSandbox> StartAsync(SandboxOptions? options = null)
    {
        var sandbox = new TillSandbox(options ?? new SandboxOptions());
        await sandbox.ListenAsync(TestContext.Current.CancellationToken);
        return sandbox;
    }

    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    protected internal override SandboxResponse Answer(SandboxRequest request) =>
        (request.Method, request.SplitPath()) switch
        {
            ("POST", ["charges"]) => Once(
                request.Headers.GetValueOrDefault("Key"),
                TimeSpan.FromHours(24),
                request,
                () => Charge(request)
            ),
            ("GET", ["charges", "xml"]) => SandboxResponse.Xml(
                200,
                new XElement("answer", new XElement("charge", new XElement("id", 7), new XElement("amount", "12.50")))
            ),
            ("POST", ["texts"]) => SandboxResponse.Json(200, request.Json!),
            ("POST", ["broken"]) => throw new FormatException("No such kind."),
            ("GET", ["broken"]) => throw new IOException("No such file."),
            _ => Problem(404, "There is no such path."),
        };

    private SandboxResponse Charge(SandboxRequest request)
    {
        if (request.Json is not { } body)
        {
            return Problem(400, "The body is no JSON object.");
        }

        var id = NextId("ch");
        Book(
            new SandboxMovement
            {
                Account = "till",
                Kind = SandboxMovementKind.Sale,
                TransactionId = id,
                Amount = body["amount"]!.GetValue<decimal>(),
                Currency = "EUR",
                Description = body["text"]?.GetValue<string>(),
            }
        );
        return SandboxResponse.Json(
            201,
            new JsonObject
            {
                ["id"] = id,
                ["type"] = "charge",
                ["amount"] = body["amount"]!.DeepClone(),
                ["currency"] = "eur",
                ["of"] = "or_1",
                ["text"] = "Thank you",
            }
        );
    }
}
