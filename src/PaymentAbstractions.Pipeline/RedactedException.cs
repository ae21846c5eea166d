namespace PaymentAbstractions;

/// <summary>An exception for the log, with the original types and stack traces but no message that may quote a secret.</summary>
internal sealed class RedactedException : Exception
{
    private readonly string _text;

    private RedactedException(Exception original)
        : base(MessageOf(original), original.InnerException is { } inner ? Of(inner) : null)
    {
        StackTrace = original.StackTrace;
        HResult = original.HResult;
        _text = string.Join(
            Environment.NewLine,
            new[] { Message, InnerException is null ? null : $" ---> {InnerException}", StackTrace }.OfType<string>()
        );
    }

    public override string? StackTrace { get; }

    /// <returns>The same exception when its message is from this library, which never quotes a secret; otherwise a redacted one.</returns>
    public static Exception Of(Exception exception) =>
        exception is PaymentException or RedactedException ? exception : new RedactedException(exception);

    public override string ToString() => _text;

    private static string MessageOf(Exception original) => original.GetType().ToString();
}
