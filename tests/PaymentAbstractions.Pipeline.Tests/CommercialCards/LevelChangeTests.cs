using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class LevelChangeTests : IAsyncDisposable
{
    // The gateway has a unique name because the meter is process-wide.
    private const string OneGateway = """
        { "Gateways": { "level_changes": { "Provider": "Test", "Environment": "Sandbox", "Account": "eu" } } }
        """;

    private readonly TestPayments _payments = new(OneGateway);
    private readonly MeterListener _listener = new();
    private readonly List<(long Count, Dictionary<string, object?> Tags)> _measured = [];

    public LevelChangeTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "PaymentAbstractions", Name: "payments.commercial_data.level_changes" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                var named = new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal);
                if (Equals(named["payment.gateway"], "level_changes"))
                {
                    _measured.Add((count, named));
                }
            }
        );
        _listener.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _payments.DisposeAsync();
    }

    [Theory]
    [InlineData(CommercialDataLevel.LevelIII, CommercialDataLevel.LevelI)]
    [InlineData(CommercialDataLevel.LevelIII, CommercialDataLevel.LevelII)]
    [InlineData(CommercialDataLevel.LevelII, CommercialDataLevel.LevelIII)]
    public async Task A_level_that_the_provider_changed_is_counted_and_logged_once(
        CommercialDataLevel sent,
        CommercialDataLevel reported
    )
    {
        Answer(sent, reported);

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(), Token);

        Assert.True(result.CommercialData.LevelWasChanged);
        var (count, tags) = Assert.Single(_measured);
        Assert.Equal(1, count);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["payment.gateway"] = "level_changes",
                ["payment.operation"] = "Sale",
                ["payment.level.sent"] = $"{sent}",
                ["payment.level.reported"] = $"{reported}",
            },
            tags
        );
        Assert.Equal(
            $"The gateway level_changes processed a Sale that was sent as {sent} at another level, {reported}; the fees differ.",
            Assert.Single(_payments.Logs.Of(LogLevel.Warning))
        );
    }

    [Fact]
    public async Task A_level_that_is_reported_of_data_left_out_is_counted_too()
    {
        Answer(sent: null, CommercialDataLevel.LevelII);
        var data = CommercialOrders.Data with { RequestedLevel = RequestedDataLevel.None };

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(data), Token);

        Assert.True(result.CommercialData.LevelWasChanged);
        Assert.Equal("LevelI", Assert.Single(_measured).Tags["payment.level.sent"]);
        Assert.Single(_payments.Logs.Of(LogLevel.Warning));
    }

    [Theory]
    [InlineData(CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII)]
    [InlineData(CommercialDataLevel.LevelIII, null)]
    [InlineData(null, CommercialDataLevel.LevelI)]
    [InlineData(null, null)]
    public async Task An_equal_or_unknown_level_is_no_change(CommercialDataLevel? sent, CommercialDataLevel? reported)
    {
        Answer(sent, reported);

        var result = await _payments.Default.SaleAsync(CommercialOrders.Sale(), Token);

        Assert.False(result.CommercialData.LevelWasChanged);
        Assert.Empty(_measured);
        Assert.Empty(_payments.Logs.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task No_text_of_the_order_is_logged()
    {
        Answer(CommercialDataLevel.LevelIII, CommercialDataLevel.LevelI);

        await _payments.Default.SaleAsync(CommercialOrders.Sale(), Token);

        Assert.All(
            Enum.GetValues<LogLevel>().SelectMany(_payments.Logs.Of),
            message => Assert.DoesNotContain("confidential", message, StringComparison.OrdinalIgnoreCase)
        );
    }

    private void Answer(CommercialDataLevel? sent, CommercialDataLevel? reported) =>
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            call.TryBeginSend();
            var data = new CommercialDataResult { SentLevel = sent, ReportedLevel = reported };
            return Task.FromResult(adapter.Approve(call.Request) with { CommercialData = data });
        };
}
