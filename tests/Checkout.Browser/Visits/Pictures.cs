using Microsoft.Playwright;

namespace Checkout.Browser.Visits;

/// <summary>Pictures of pages, for people to look at.</summary>
internal static class Pictures
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "pictures");

    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
}
