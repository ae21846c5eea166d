namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Two gateways at one provider: in one process with a journal in memory, or in two processes that share a journal.</summary>
internal sealed class TwoProcesses : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    public TwoProcesses(bool isOtherProcess, params (string Key, string? Value)[] settings)
    {
        if (!isOtherProcess)
        {
            First = Second = new RebillyFixture(settings);
            return;
        }

        _folder = Directory.CreateTempSubdirectory("rebilly-guards-");
        var path = Path.Combine(_folder.FullName, "payments.db");
        First = RebillyFixture.Sharing(path, new RebillyStub(), settings);
        Second = RebillyFixture.Sharing(path, First.Stub, settings);
    }

    public RebillyFixture First { get; }

    public RebillyFixture Second { get; }

    public StubProvider Stub => First.Stub;

    /// <summary>Waits until the given number of requests that move money have reached the provider.</summary>
    public async Task SentAsync(int count)
    {
        while (Stub.Writes.Count < count)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public void Pass(TimeSpan time)
    {
        First.Clock.Advance(time);
        if (Second != First)
        {
            Second.Clock.Advance(time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        if (Second != First)
        {
            await Second.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }
}
