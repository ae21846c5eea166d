using System.Text;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Creates refusals: the text is in the header <c>Error</c>, and the body is empty or meaningless.</summary>
internal static class Refusals
{
    public static SandboxResponse TransactionNotFound { get; } = Of(404, "Transaction Not Found");

    public static SandboxResponse CustomerNotFound { get; } = Of(404, "Customer Not Found");

    public static SandboxResponse PaymentMethodNotFound { get; } = Of(404, "Payment Method Not Found");

    /// <summary>An answer of the web server, not of the application, and therefore without a text.</summary>
    public static SandboxResponse Plain(int status) => new() { Status = status };

    public static SandboxResponse Of(int status, string text) => Plain(status).WithHeader("Error", HeaderText(text));

    public static SandboxResponse BadRequest(string text, int status = 400) =>
        Of(status, text) with
        {
            ContentType = "text/plain; charset=utf-8",
            Body = Encoding.ASCII.GetBytes("Bad Request"),
        };

    // A header may contain only printable ASCII characters.
    private static string HeaderText(string text) =>
        string.Concat(text.Select(static c => char.IsAscii(c) && !char.IsControl(c) ? c : '?'));
}
