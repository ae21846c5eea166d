namespace PaymentAbstractions;

/// <summary>Lets a caller stop waiting without stopping the exchange.</summary>
internal static class CallerWait
{
    /// <returns>The result, or <see langword="null"/> when the caller left after the write began.</returns>
    /// <exception cref="OperationCanceledException">The caller left before the write began; nothing was sent.</exception>
    public static async Task<PaymentResult?> ForAsync(
        PaymentCall call,
        Func<PaymentCall, Task<PaymentResult>> execute,
        CancellationToken cancellationToken
    )
    {
        if (!cancellationToken.CanBeCanceled)
        {
            using (call)
            {
                return await execute(call).ConfigureAwait(false);
            }
        }

        var left = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = cancellationToken.UnsafeRegister(
            static state =>
            {
                var (call, left) = ((PaymentCall, TaskCompletionSource<bool>))state!;
                left.TrySetResult(call.TryCancel());
            },
            (call, left)
        );
        var exchange = execute(call);
        await Task.WhenAny(exchange, left.Task).ConfigureAwait(false);
        if (!exchange.IsCompleted)
        {
            var nothingSent = await left.Task.ConfigureAwait(false);
            _ = DisposeAfterAsync(exchange, call);
            return nothingSent ? throw new OperationCanceledException(cancellationToken) : null;
        }

        // First the registration: its callback uses the call, and this waits for one that is running.
        await registration.DisposeAsync().ConfigureAwait(false);
        using (call)
        {
            try
            {
                return await exchange.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    private static async Task DisposeAfterAsync(Task exchange, PaymentCall call)
    {
#pragma warning disable VSTHRD003 // Started by the caller of this method, a few lines up; nothing blocks on it.
        await exchange.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore VSTHRD003
        call.Dispose();
    }
}
