using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Http.Tests.Server;

internal static class Responses
{
    public static string Json(string body, int status = 200) => With(body, "application/json", status);

    public static string With(string body, string contentType, int status = 200, string headers = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Whatever\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}"
        );
}
