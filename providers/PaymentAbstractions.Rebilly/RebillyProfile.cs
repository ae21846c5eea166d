using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Where and how one Rebilly account is spoken to, and what its answers are worth.</summary>
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
            // Nothing in a transaction is declared required; what a child belongs to is all that binds it.
            Echoes = ProviderEchoes.Parent,
            // Instruments can be marked as backups (core API reference, useAsBackup).
            MayChangePaymentMethod = true,
            ShowsMovements = true,
            ClockTolerance = TimeSpan.FromMinutes(5),
            UnresolvedAdvice =
                "Rebilly refuses this until its record is updated: wait until it has resolved the timeout itself, or have an operator "
                + "update the transaction there (transactions/{id}/update), and send this again.",
        };
    }

    /// <summary>The address of the organization.</summary>
    public static Uri AddressOf(RebillyOptions options, GatewayContext context)
    {
        var url = options.BaseUrl ?? new Uri($"https://{ApiHosts.Of(context.Environment)}/");
        return new Uri(
            $"{url.AbsoluteUri.TrimEnd('/')}/organizations/{Uri.EscapeDataString(options.OrganizationId!)}/"
        );
    }
}
