using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>A place in the queue for a guard. A ticket holds the guard when no earlier ticket excludes it.</summary>
/// <param name="Number">The number; lower ones came earlier.</param>
/// <param name="Key">The payment that took it.</param>
/// <param name="IsShared">Whether it can hold the guard together with other shared tickets.</param>
/// <param name="Until">When it expires, if its process has ended.</param>
/// <remarks>Instances are immutable and thread-safe.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalTicket(long Number, JournalKey Key, bool IsShared, DateTimeOffset Until);
