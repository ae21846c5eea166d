namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>What one turn cost this process.</summary>
/// <param name="Cpu">Microseconds of processor time per call, collector and timers included.</param>
/// <param name="Bytes">Bytes allocated per call.</param>
/// <param name="CallsPerSecond">Calls per second of elapsed time.</param>
internal readonly record struct Sample(double Cpu, double Bytes, double CallsPerSecond);
