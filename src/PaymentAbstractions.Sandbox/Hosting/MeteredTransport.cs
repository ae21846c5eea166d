using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace PaymentAbstractions.Sandbox;

internal sealed class MeteredTransport(IDuplexPipe inner, SandboxTraffic traffic) : IDuplexPipe
{
    public PipeReader Input { get; } = new MeteredPipeReader(inner.Input, traffic);

    public PipeWriter Output => inner.Output;

    /// <summary>Counts the connection and its bytes, and records the connection for <see cref="WireCut"/>.</summary>
    public static ConnectionDelegate Install(ConnectionDelegate next, SandboxTraffic traffic) =>
        connection =>
        {
            traffic.CountConnection();
            connection.Transport = new MeteredTransport(connection.Transport, traffic);
            connection.Items[typeof(WireCut)] = connection;
            return next(connection);
        };
}
