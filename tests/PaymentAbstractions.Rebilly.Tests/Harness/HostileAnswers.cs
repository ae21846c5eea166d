namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Bodies that match no documented answer; they prove nothing.</summary>
internal static class HostileAnswers
{
    public static readonly string[] All =
    [
        .. HostileBodies.Of(Txn.Sale().ToJsonString()),
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
    ];

    public static readonly byte[] NotUtf8 = HostileBodies.NotUtf8("{\"id\":\"txn_1\",\"title\":\"");

    private static string Sale(string original, string hostile) =>
        HostileBodies.Changed(Txn.Sale().ToJsonString(), original, hostile);
}
