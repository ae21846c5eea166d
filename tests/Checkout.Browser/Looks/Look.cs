using Microsoft.Playwright;

namespace Checkout.Browser.Looks;

/// <summary>How a page is shown: light or dark, wide or on a phone.</summary>
public sealed record Look(string Name, ColorScheme Colors, int Width, int Height, bool IsPictured = false)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        new("light", ColorScheme.Light, 1280, 800, IsPictured: true),
        new("dark", ColorScheme.Dark, 1280, 800),
        new("phone-light", ColorScheme.Light, 360, 740),
        new("phone-dark", ColorScheme.Dark, 360, 740, IsPictured: true),
    ];

    public async Task UseAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = Colors });
        await page.SetViewportSizeAsync(Width, Height);
    }
}
