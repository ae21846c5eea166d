namespace PaymentAbstractions.Sandbox;

/// <summary>Runs the code of an emulator's author and keeps what it throws: an answer of 500 alone would look like the provider's.</summary>
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
            // Not the exception itself: one of the network's would look as if the client had gone away.
            throw new InvalidOperationException("The emulator failed.", failure);
        }
    }

    /// <summary>Throws what was thrown first since the last call.</summary>
    public void ThrowFailure()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw new InvalidOperationException(
                $"{sandbox.GetType().Name} threw {failure.GetType().Name} and answered 500: {failure.Message} "
                    + "Correct the emulator; the inner exception shows where.",
                failure
            );
        }
    }
}
