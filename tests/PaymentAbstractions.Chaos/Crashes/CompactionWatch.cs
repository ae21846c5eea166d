namespace PaymentAbstractions.Chaos;

/// <summary>Dies while the journal's segments are merged: a temporary file in its folder tells of it.</summary>
internal sealed class CompactionWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    public CompactionWatch(string folder, CrashPoint crash)
    {
        _watcher = new FileSystemWatcher(folder, "*.tmp");
        _watcher.Created += (_, _) => crash.Pass(CrashStep.DuringCompaction);
        _watcher.Changed += (_, _) => crash.Pass(CrashStep.DuringCompaction);
        _watcher.Renamed += (_, _) => crash.Pass(CrashStep.DuringCompaction);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();
}
