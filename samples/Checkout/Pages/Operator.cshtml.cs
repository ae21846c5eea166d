using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

public sealed class OperatorModel : PageModel;
