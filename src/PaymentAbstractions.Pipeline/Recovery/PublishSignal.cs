namespace PaymentAbstractions;

/// <summary>Signals that resolutions wait to be published, so that no polling is necessary.</summary>
/// <remarks>Thread-safe for one waiter.</remarks>
internal sealed class PublishSignal
{
    private TaskCompletionSource _raised = New();

    public void Raise() => Volatile.Read(ref _raised).TrySetResult();

    /// <returns>Whether it was raised, now or since the last wait. False after a timeout or cancellation.</returns>
    public async Task<bool> WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var raised = Volatile.Read(ref _raised).Task;
        await raised.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!raised.IsCompleted)
        {
            return false;
        }

        Volatile.Write(ref _raised, New());
        return true;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
