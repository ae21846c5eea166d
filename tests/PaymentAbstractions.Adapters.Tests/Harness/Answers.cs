using System.Text;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Answers as the transport returns them, for tests of the readers alone.</summary>
internal static class Answers
{
    public static Task<TransportAnswer> OfAsync(string body, string contentType = "application/json") =>
        OfAsync(Encoding.UTF8.GetBytes(body), contentType);

    public static async Task<TransportAnswer> OfAsync(byte[] body, string contentType = "application/json")
    {
        using var client = new HttpClient(new ProviderStub().On("GET any", StubAnswer.Bytes(200, body, contentType)));
        var transport = new PaymentTransport(
            client,
            new PaymentTransportOptions { BaseAddress = new Uri("https://pay.example.com/v1/") },
            TimeProvider.System
        );
        return await transport.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Get,
                Path = "any",
                Purpose = TransportPurpose.Read,
            },
            TestContext.Current.CancellationToken
        );
    }
}
