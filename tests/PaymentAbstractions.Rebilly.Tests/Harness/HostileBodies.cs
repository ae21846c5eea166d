using System.Text;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Bodies that no documented answer has, none of which proves anything.</summary>
internal static class HostileBodies
{
    public static readonly string[] All =
    [
        "",
        " ",
        "null",
        "[]",
        "{}",
        "true",
        "\"approved\"",
        "{",
        "{\"id\":",
        "<html>approved</html>",
        Sale("\"amount\":12.50", "\"amount\":1e400"),
        Sale("\"amount\":12.50", "\"amount\":-1e400"),
        Sale("\"amount\":12.50", "\"amount\":[12.50]"),
        Sale("\"amount\":12.50", "\"amount\":\"twelve\""),
        Sale("\"amount\":12.50", "\"amount\":NaN"),
        Sale("\"requestAmount\":12.50", "\"requestAmount\":79228162514264337593543950335"),
        Sale("\"requestAmount\":12.50", "\"requestAmount\":-79228162514264337593543950335"),
        Sale("\"requestAmount\":12.50", "\"requestAmount\":99999999999"),
        Sale("\"requestAmount\":12.50", "\"requestAmount\":12.5049"),
        Sale("\"result\":\"approved\"", "\"result\":\"declined\",\"result\":\"approved\""),
        Sale("\"result\":\"approved\"", "\"result\":\"approved\",\"result\":\"declined\""),
        Sale("\"id\":\"txn_1\"", "\"id\":\"txn_0\",\"id\":\"txn_1\""),
        Sale("\"result\":\"approved\"", "\"Result\":\"approved\""),
        Sale("\"result\":\"approved\"", "\"result\":true"),
        Sale("\"result\":\"approved\"", "\"result\":null"),
        Sale("\"result\":\"approved\"", "\"result\":\"approved\\u0000\""),
        Sale("\"status\":\"completed\"", "\"status\":[\"completed\"]"),
        Sale("\"id\":\"txn_1\"", "\"id\":17"),
        Sale("\"id\":\"txn_1\"", "\"id\":\"\\ud800\""),
        Sale("\"id\":\"txn_1\"", $"\"id\":\"{new string('x', 5000)}\""),
        Sale("\"childTransactions\":[]", "\"childTransactions\":{}"),
        Sale("\"childTransactions\":[]", $"\"childTransactions\":{new string('[', 200)}{new string(']', 200)}"),
        "[" + Txn.Sale().ToJsonString() + "]",
        Txn.Sale().ToJsonString() + Txn.Sale().ToJsonString(),
        new string('[', 10_000),
    ];

    public static readonly byte[] NotUtf8 =
    [
        .. Encoding.UTF8.GetBytes("{\"id\":\"txn_1\",\"title\":\""),
        0xC3,
        0x28,
        .. Encoding.UTF8.GetBytes("\"}"),
    ];

    private static string Sale(string original, string hostile)
    {
        var json = Txn.Sale().ToJsonString();
        return json.Contains(original, StringComparison.Ordinal)
            ? json.Replace(original, hostile, StringComparison.Ordinal)
            : throw new InvalidOperationException($"{original} is not in {json}");
    }
}
