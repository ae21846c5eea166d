using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Visits;

public sealed partial class Visitor
{
    private const int MaxTabs = 60;

    /// <summary>Goes to something with the Tab key only, and asserts that the focus is visible there.</summary>
    public async Task TabToAsync(ILocator target)
    {
        ArgumentNullException.ThrowIfNull(target);
        await Expect(target).ToBeVisibleAsync();
        for (var tabs = 0; tabs < MaxTabs; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement && document.hasFocus()"))
            {
                Assert.True(
                    await target.EvaluateAsync<bool>("e => parseFloat(getComputedStyle(e).outlineWidth) >= 2"),
                    "The focus cannot be seen."
                );
                return;
            }
        }

        Assert.Fail("The Tab key does not lead there.");
    }

    /// <summary>Goes to a button or link with the Tab key, and presses Enter.</summary>
    public async Task PressAsync(ILocator target)
    {
        await TabToAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }
}
