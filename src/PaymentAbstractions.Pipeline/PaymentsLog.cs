using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>The logger of the pipeline. In an application without logging, it writes nothing.</summary>
internal sealed class PaymentsLog(ILoggerFactory? loggers = null)
{
    public ILogger Logger { get; } = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");
}
