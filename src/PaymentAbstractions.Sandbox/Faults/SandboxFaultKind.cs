namespace PaymentAbstractions.Sandbox;

internal enum SandboxFaultKind
{
    Delay,
    Hold,
    DelayAfterProcessing,
    Hang,
    Reset,
    HalfStatusLine,
    TruncatedBody,
    EmptyBody,
    WrongContentType,
    EmptyError,
    Html,
    Problem,
    Falsified,
    TooManyRequests,
    Redirect,
}
