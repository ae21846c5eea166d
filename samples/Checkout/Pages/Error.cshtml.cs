using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public bool IsMissing { get; private set; }

    public void OnGet(int? status) => IsMissing = status == StatusCodes.Status404NotFound;

    public void OnPost(int? status) => IsMissing = status == StatusCodes.Status404NotFound;
}
