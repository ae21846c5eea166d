using System.Globalization;
using System.Xml.Linq;

namespace OldPay.Tests;

/// <summary>
/// An API in the style of twenty years ago, on 127.0.0.1: form requests, XML answers, HTTP 200 for everything, and no idempotency key. It
/// shares no code with the adapter.
/// </summary>
public sealed class OldPaySandbox(SandboxOptions options) : ProviderSandbox(options, Echoes)
{
    private static readonly SandboxEchoes Echoes = new()
    {
        Amount = "amount",
        Type = "type",
        Types = ["S", "R"],
        Id = "id",
        Parent = "parent",
        Status = "state",
        Texts = ["description"],
    };

    private readonly List<Row> _rows = [];

    public override bool MovesMoney(SandboxRequest request) =>
        request.Form.GetValueOrDefault("action") is "sale" or "authorize" or "capture" or "void" or "refund";

    public override void SettleAll()
    {
        lock (Gate)
        {
            foreach (var row in _rows.Where(row => row is { State: "CAPTURED" } or { State: "OPEN", Type: not "A" }))
            {
                row.State = "SETTLED";
            }
        }
    }

    protected override SandboxResponse Answer(SandboxRequest request)
    {
        var form = request.Form;
        var merchant = form.GetValueOrDefault("merchant", "");
        if (AccountsByKey.FirstOrDefault(pair => pair.Key == form.GetValueOrDefault("password")).Value != merchant)
        {
            return Say("LOGIN", new XElement("text", "Wrong password."));
        }

        var mine = _rows.Where(row => row.Merchant == merchant).ToList();
        var amount = decimal.Parse(form.GetValueOrDefault("amount", "0"), CultureInfo.InvariantCulture);
        return (form["action"], mine.Find(row => row.Id == form.GetValueOrDefault("id"))) switch
        {
            ("sale", _) => Charge("S", SandboxMovementKind.Sale, form, amount),
            ("authorize", _) => Charge("A", SandboxMovementKind.Authorize, form, amount),
            ("search", _) => Say("OK", new XElement("rows", mine.Where(row => row.Made >= Since(form)).Select(Show))),
            (_, null) => Say("NOTFOUND", new XElement("text", "No such transaction.")),
            ("show", { } row) => Say("OK", Show(row)),
            ("capture", { Type: "A", State: "OPEN" } row) when amount <= row.Amount => Change(
                row,
                "CAPTURED",
                SandboxMovementKind.Capture,
                amount
            ),
            ("void", { State: "OPEN" or "CAPTURED" } row) => Change(
                row,
                "VOIDED",
                SandboxMovementKind.Void,
                row.Amount
            ),
            ("refund", { Type: "S", State: "OPEN" or "SETTLED" } or { Type: "A", State: "CAPTURED" or "SETTLED" }) =>
                Charge("R", SandboxMovementKind.Refund, form, amount),
            _ => Say("INVALID", new XElement("text", "Not in this state.")),
        };
    }

    private SandboxResponse Charge(
        string type,
        SandboxMovementKind kind,
        IReadOnlyDictionary<string, string> form,
        decimal amount
    )
    {
        var description = form.GetValueOrDefault("description", "");
        var row = new Row(
            form["merchant"],
            NextId("t").Split('_')[1].TrimStart('0'),
            type,
            form.GetValueOrDefault("id"),
            description,
            Now
        )
        {
            Amount = amount,
        };
        _rows.Add(row);
        // Test instruction: a description of "decline 51" causes a decline with that code.
        if (description.StartsWith("decline ", StringComparison.Ordinal))
        {
            row.State = "DECLINED";
            return Say("DECLINED", new XElement("code", description.Split(' ')[1]), new XElement("text", "Declined."));
        }

        Enter(row, kind, amount, row.Parent);
        // Test instruction: "refuse" causes a refusal although the payment is processed.
        return description.StartsWith("refuse", StringComparison.Ordinal)
            ? Say("REFUSED", new XElement("text", "Refused."))
            : Say("OK", Show(row));
    }

    // The provider's days begin six hours later than UTC days.
    private static DateTimeOffset Since(IReadOnlyDictionary<string, string> form) =>
        DateTimeOffset.Parse($"{form["since"]}T06:00Z", CultureInfo.InvariantCulture);

    private SandboxResponse Change(Row row, string state, SandboxMovementKind kind, decimal amount)
    {
        (row.State, row.Amount) = (state, amount);
        Enter(row, kind, amount, row.Id);
        return Say("OK", Show(row));
    }

    private void Enter(Row row, SandboxMovementKind kind, decimal amount, string? parent) =>
        Book(
            new SandboxMovement
            {
                Account = row.Merchant,
                Kind = kind,
                TransactionId = row.Id,
                ParentTransactionId = parent,
                Description = row.Description,
                Amount = amount,
                Currency = "USD",
            }
        );

    private static XElement Show(Row row) =>
        new(
            "transaction",
            new XElement("id", row.Id),
            new XElement("type", row.Type),
            new XElement("state", row.State),
            new XElement("amount", row.Amount.ToString("0.00", CultureInfo.InvariantCulture)),
            new XElement("description", row.Description),
            row.Parent is null ? null : new XElement("parent", row.Parent),
            new XElement("made", row.Made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
        );

    private static SandboxResponse Say(string result, params XElement[] content) =>
        SandboxResponse.Xml(200, new XElement("response", new XElement("result", result), content));

    private sealed record Row(
        string Merchant,
        string Id,
        string Type,
        string? Parent,
        string Description,
        DateTimeOffset Made
    )
    {
        public string State { get; set; } = "OPEN";

        public decimal Amount { get; set; }
    }
}
