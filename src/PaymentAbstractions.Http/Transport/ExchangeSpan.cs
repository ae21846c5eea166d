using System.Diagnostics;
using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>
/// The span of one exchange, as OpenTelemetry describes an HTTP client's, without the address below the host: its path and its query may
/// hold ids and secrets.
/// </summary>
internal static class ExchangeSpan
{
    private const int FirstServerError = 500;

    public static OpenSpan Start(TransportRequest request, PaymentTransportOptions options)
    {
        if (PaymentTelemetry.Source?.HasListeners() != true)
        {
            return default;
        }

        var span = QuietTelemetry.Start(request.Method.Method, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryTag.HttpMethod, request.Method.Method);
            span.SetTag(TelemetryTag.ServerAddress, options.BaseAddress.Host);
            span.SetTag(TelemetryTag.ServerPort, options.BaseAddress.Port);
            if (options.Gateway is { } gateway)
            {
                span.SetTag(TelemetryTag.Gateway, gateway);
            }
        }

        return new OpenSpan(span);
    }

    /// <summary>A refusal is an answer; only no answer, or one of a server that failed, is an error.</summary>
    public static void End(Activity? span, TransportAnswer answer)
    {
        if (span is null)
        {
            return;
        }

        if (answer.Fault != TransportFault.None)
        {
            span.SetTag(TelemetryTag.ErrorType, answer.Fault.ToString());
            span.SetStatus(ActivityStatusCode.Error, answer.Description);
            return;
        }

        span.SetTag(TelemetryTag.HttpStatus, answer.StatusCode);
        if (answer.StatusCode >= FirstServerError)
        {
            span.SetTag(TelemetryTag.ErrorType, answer.StatusCode.ToString(CultureInfo.InvariantCulture));
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
