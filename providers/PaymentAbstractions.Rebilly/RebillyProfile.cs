using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Describes how to reach one Rebilly account and which properties of its answers can be relied on.</summary>
internal static class RebillyProfile
{
    /// <summary>How long a requestId is unique. Source: create-transaction page, requestId.</summary>
    public static readonly TimeSpan RequestIdWindow = TimeSpan.FromHours(24);

    public static AdapterProfile Of(RebillyOptions options, GatewayContext context)
    {
        var address = AddressOf(options, context);
        return new AdapterProfile
        {
            Capabilities = RebillyCapabilities.For(options),
            Account = AccountFingerprint.Of("Rebilly", address.Host, options.OrganizationId!),
            BaseAddress = address,
            Deadline = options.Deadline,
            SendTimeout = options.SendTimeout,
            MayChangeFor = options.MayChangeFor,
            Headers = [new TransportHeader("REB-APIKEY", options.ApiKey!.Reveal())],
            Secrets = [options.ApiKey],
            Mark = RebillyAdapter.Mark,
            // No member of a transaction is declared required; only the parent of a child transaction identifies what it belongs to.
            Echoes = ProviderEchoes.Parent,
            // Instruments can be marked as backups (core API reference, useAsBackup).
            MayChangePaymentMethod = true,
            ShowsMovements = true,
            ClockTolerance = TimeSpan.FromMinutes(5),
            UnresolvedAdvice =
                "Rebilly refuses this until its record is updated: wait until Rebilly has resolved the timeout, or have an operator "
                + "update the transaction there (transactions/{id}/update), and then send this request again.",
        };
    }

    /// <summary>The base address of the organization.</summary>
    public static Uri AddressOf(RebillyOptions options, GatewayContext context)
    {
        var url = options.BaseUrl ?? new Uri($"https://{ApiHosts.Of(context.Environment)}/");
        return new Uri(
            $"{url.AbsoluteUri.TrimEnd('/')}/organizations/{Uri.EscapeDataString(options.OrganizationId!)}/"
        );
    }
}
