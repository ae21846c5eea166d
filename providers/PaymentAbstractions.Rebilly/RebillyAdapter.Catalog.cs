using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Lists payment methods for an amount. The pipeline and the rules have validated the query. Source: core API reference, ready to pay. The
// operation is a POST that changes nothing.
internal sealed partial class RebillyAdapter : IPaymentMethodCatalog
{
    private const string Catalog = "The list of payment methods";

    public async Task<ValueList<PaymentMethodOffer>> ListAsync(
        PaymentMethodQuery query,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Json(HttpMethod.Post, "ready-to-pay", json => QueryWriter.Write(json, query, _options)),
                Catalog,
                _ => false,
                cancellationToken
            )
            .ConfigureAwait(false);
        var rows = JsonFields.ReadArray(answer!) ?? throw CannotRead(Catalog, answer!);
        return [.. rows.Select(row => OfferReader.Read(row) ?? throw CannotRead(Catalog, answer!))];
    }
}
