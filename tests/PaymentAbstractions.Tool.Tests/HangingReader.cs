namespace PaymentAbstractions.Tool.Tests;

/// <summary>Acts as a person who presses Ctrl+C instead of answering, while the terminal keeps waiting.</summary>
internal sealed class HangingReader(CancellationTokenSource source) : TextReader
{
    private readonly ManualResetEventSlim _released = new();

    public override string? ReadLine()
    {
        source.Cancel();
        _released.Wait(TestContext.Current.CancellationToken);
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        _released.Set();
        base.Dispose(disposing);
    }
}
