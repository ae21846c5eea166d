using System.Xml.Linq;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Answers as OldPay writes them.</summary>
internal static class Old
{
    /// <summary>Makes a transaction with the mark of the key.</summary>
    public static XElement Transaction(
        string type = "S",
        string state = "OPEN",
        string id = "501",
        string? amount = "12.50",
        string? key = "key-1",
        string? parent = null,
        string? made = "2026-03-01T12:00:00Z"
    ) =>
        new(
            "transaction",
            new XElement("id", id),
            new XElement("type", type),
            new XElement("state", state),
            amount is null ? null : new XElement("amount", amount),
            key is null ? null : new XElement("description", Mark(key)),
            parent is null ? null : new XElement("parent", parent),
            made is null ? null : new XElement("made", made)
        );

    public static StubAnswer Shows(params object?[] content) =>
        StubAnswer.Xml(new XElement("response", new XElement("result", "OK"), content));

    public static StubAnswer Lists(params XElement[] rows) => Shows(new XElement("rows", rows));

    public static StubAnswer Says(string result, string? text = null, string? code = null, string? id = null) =>
        StubAnswer.Xml(
            new XElement(
                "response",
                new XElement("result", result),
                text is null ? null : new XElement("text", text),
                code is null ? null : new XElement("code", code),
                id is null ? null : new XElement("id", id)
            )
        );

    public static string Mark(string key) => "ref:" + AdapterFixture.WireKey(key)[..20];
}
