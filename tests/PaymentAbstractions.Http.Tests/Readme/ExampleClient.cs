using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http.Tests.Readme;

internal sealed class ExampleClient(PaymentTransportFactory transports, Uri address, Func<string> apiKey)
{
    private readonly PaymentTransport _transport = transports.Create(
        new PaymentTransportOptions { BaseAddress = address, Headers = [new("X-Api-Key", apiKey)] }
    );

    public async Task<string> SaleAsync(SaleBody body, RunningAttempt attempt)
    {
        var answer = await _transport.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Post,
                Path = "transactions",
                Content = JsonSerializer.SerializeToUtf8Bytes(body, ExampleJson.Default.SaleBody),
                Attempt = attempt,
            }
        );

        return answer.Evidence switch
        {
            TransportEvidence.NotSent => "not sent: " + answer.Description,
            TransportEvidence.Answered
                when answer.StatusCode == 201
                    && answer.TryReadJson(ExampleJson.Default.SaleReply, out var reply, out _)
                    && reply.Result == "approved" => "approved",
            _ => "unknown: " + answer.Description,
        };
    }
}

internal sealed record SaleBody(string Token, long Amount);

internal sealed record SaleReply(string? Id, string? Result);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SaleBody))]
[JsonSerializable(typeof(SaleReply))]
internal sealed partial class ExampleJson : JsonSerializerContext;
