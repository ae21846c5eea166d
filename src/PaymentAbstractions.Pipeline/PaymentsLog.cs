using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>The one logger of the pipeline; an application without logging has one that writes nothing.</summary>
internal sealed class PaymentsLog(ILoggerFactory? loggers = null)
{
    public ILogger Logger { get; } = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");
}
