using RestSharp;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>RestSharp as its documentation shows it: one client, AddJsonBody, ExecuteAsync of a type.</summary>
internal sealed class SalesByRestSharpDefaults : ISales
{
    private readonly RestClient _client;

    /// <summary>Sends over a handler.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; RestSharp's own when missing.</param>
    public SalesByRestSharpDefaults(Uri address, HttpMessageHandler? handler = null)
    {
        var options = new RestClientOptions(address);
        if (handler is not null)
        {
            options.ConfigureMessageHandler = _ => handler;
        }

        _client = new RestClient(options);
        _client.AddDefaultHeader("REB-APIKEY", Order.ApiKey);
    }

    public async Task<Tally> SendAsync(Order order, CancellationToken cancellationToken)
    {
        var request = new RestRequest($"organizations/{Order.OrganizationId}/transactions", Method.Post);
        request.AddJsonBody(SaleBody.For(order));
        var response = await _client.ExecuteAsync<TransactionShown>(request, cancellationToken);
        return TransactionShown.Check((int)response.StatusCode, response.Data, order);
    }

    public void Dispose() => _client.Dispose();
}
