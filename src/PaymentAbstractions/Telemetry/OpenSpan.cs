using System.Diagnostics;

namespace PaymentAbstractions;

/// <summary>A span that ends when it is disposed, whatever its listeners throw; empty without a listener.</summary>
internal readonly struct OpenSpan(Activity? activity) : IDisposable
{
    public static implicit operator Activity?(OpenSpan span) => span._activity;

    private readonly Activity? _activity = activity;

    public string? Id => _activity?.Id;

    public void Dispose() => QuietTelemetry.Stop(_activity);
}
