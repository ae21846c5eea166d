using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>A place in the line for a guard. Who has no one before it that it excludes, holds the guard.</summary>
/// <param name="Number">Its place: lower ones came earlier.</param>
/// <param name="Key">The payment that took it.</param>
/// <param name="IsShared">Whether it stands beside others that are shared too.</param>
/// <param name="Until">When it lapses, if its process has died.</param>
/// <remarks>Instances are immutable and thread-safe.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalTicket(long Number, JournalKey Key, bool IsShared, DateTimeOffset Until);
