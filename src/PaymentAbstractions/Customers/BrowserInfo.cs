namespace PaymentAbstractions;

/// <summary>What a browser reports about itself, in the terms of EMV 3-D Secure.</summary>
public sealed record BrowserInfo
{
    /// <summary>Bits per pixel, 1 to 48.</summary>
    public required int ColorDepth { get; init; }

    /// <summary>Whether Java is enabled.</summary>
    public required bool IsJavaEnabled { get; init; }

    /// <summary>The language, for example <c>en-US</c>, at most 8 characters.</summary>
    public required string Language { get; init; }

    /// <summary>The width of the screen in pixels, 0 to 65535.</summary>
    public required int ScreenWidth { get; init; }

    /// <summary>The height of the screen in pixels, 0 to 65535.</summary>
    public required int ScreenHeight { get; init; }

    /// <summary>Minutes between UTC and local time, -1410 to 1410, as JavaScript's <c>getTimezoneOffset</c> returns it.</summary>
    public required int TimeZoneOffsetMinutes { get; init; }
}
