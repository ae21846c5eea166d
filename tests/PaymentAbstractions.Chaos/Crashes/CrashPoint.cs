using System.Diagnostics;

namespace PaymentAbstractions.Chaos;

/// <summary>Ends the process as kill -9 does, at the requested step.</summary>
internal sealed class CrashPoint(ChildConsole console)
{
    private int _armed = -1;
    private int _skip;

    /// <param name="step">The step at which the process ends.</param>
    /// <param name="skip">How often the step is passed before.</param>
    public void Arm(CrashStep step, int skip)
    {
        _skip = skip;
        Volatile.Write(ref _armed, (int)step);
    }

    public bool IsArmed(CrashStep step) => Volatile.Read(ref _armed) == (int)step;

    public void Pass(CrashStep step)
    {
        if (IsArmed(step) && Interlocked.Decrement(ref _skip) < 0)
        {
            console.Event($"dying {step}");
            using var self = Process.GetCurrentProcess();
            self.Kill();
            // The signal may take a moment; until then this call must not continue.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
