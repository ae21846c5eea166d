namespace PaymentAbstractions.Sandbox;

/// <summary>Runs the code of an emulator and keeps its exceptions: a 500 answer alone would look like the provider's.</summary>
internal sealed class EmulatorCode(ProviderSandbox sandbox)
{
    private Exception? _failure;

    public T Run<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            // The exception itself is not rethrown: a network exception would look as if the client had disconnected.
            throw new InvalidOperationException("The emulator failed.", failure);
        }
    }

    /// <summary>Throws the first exception since the last call, if any.</summary>
    public void ThrowFailure()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw new InvalidOperationException(
                $"{sandbox.GetType().Name} threw {failure.GetType().Name} and answered 500: {failure.Message} "
                    + "Correct the emulator; see the inner exception.",
                failure
            );
        }
    }
}
