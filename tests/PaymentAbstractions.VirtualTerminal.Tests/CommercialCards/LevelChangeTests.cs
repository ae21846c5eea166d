using System.Diagnostics.Metrics;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>When a provider takes a payment at another level, the result and the meter show it.</summary>
public class LevelChangeTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task Another_level_than_the_sent_one_is_reported_and_counted(int level, bool isChanged)
    {
        // A unique name, so that gateways of parallel tests are not counted.
        var gateway = $"level_{level}";
        var counted = new List<(long Count, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "PaymentAbstractions", Name: "payments.commercial_data.level_changes" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                var all = string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
                if (all.Contains($"payment.gateway={gateway},", StringComparison.Ordinal))
                {
                    lock (counted)
                    {
                        counted.Add((count, all));
                    }
                }
            }
        );
        listener.Start();
        await using var fixture = new VirtualTerminalFixture { Name = gateway };
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale(96.60m).With("Level", level).Ok());

        var result = await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII });

        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelIII, result.CommercialData.SentLevel);
        Assert.Equal(level == 0 ? null : (CommercialDataLevel)level, result.CommercialData.ReportedLevel);
        Assert.Equal(isChanged, result.CommercialData.LevelWasChanged);
        Assert.Equal(
            isChanged ? $"Sent as LevelIII and accepted as {(CommercialDataLevel)level}; the fees differ." : null,
            result.Message
        );
        Assert.Equal(
            isChanged
                ?
                [
                    (
                        1L,
                        $"payment.gateway={gateway}, payment.operation=Sale, payment.level.sent=LevelIII, payment.level.reported={(CommercialDataLevel)level}"
                    ),
                ]
                : [],
            counted
        );
    }
}
