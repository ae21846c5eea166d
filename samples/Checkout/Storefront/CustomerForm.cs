using System.ComponentModel.DataAnnotations;
using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>What the shopper enters about themselves. The texts fit both providers.</summary>
public sealed class CustomerForm
{
    [Required(ErrorMessage = "Enter a first name.")]
    [StringLength(14, ErrorMessage = "Use at most {1} characters.")]
    [Display(Name = "First name")]
    public string FirstName { get; set; } = "Ada";

    [Required(ErrorMessage = "Enter a last name.")]
    [StringLength(14, ErrorMessage = "Use at most {1} characters.")]
    [Display(Name = "Last name")]
    public string LastName { get; set; } = "Lovelace";

    [Required(ErrorMessage = "Enter an email address.")]
    [EmailAddress(ErrorMessage = "Enter an email address such as ada@example.com.")]
    [StringLength(100, ErrorMessage = "Use at most {1} characters.")]
    [Display(Name = "Email")]
    public string Email { get; set; } = "ada@example.com";

    [Required(ErrorMessage = "Enter street and number.")]
    [StringLength(30, ErrorMessage = "Use at most {1} characters.")]
    [Display(Name = "Street and number")]
    public string Street { get; set; } = "1 Elm St";

    [Required(ErrorMessage = "Enter a city.")]
    [StringLength(30, ErrorMessage = "Use at most {1} characters.")]
    [Display(Name = "City")]
    public string City { get; set; } = "Troy";

    [Required(ErrorMessage = "Enter a state.")]
    [RegularExpression("[A-Z]{2}", ErrorMessage = "Enter the state as two capital letters, such as NY.")]
    [Display(Name = "State")]
    public string State { get; set; } = "NY";

    [Required(ErrorMessage = "Enter a ZIP code.")]
    [RegularExpression("[0-9]{5}", ErrorMessage = "Enter a ZIP code of five digits.")]
    [Display(Name = "ZIP code")]
    public string Zip { get; set; } = "12180";

    [Display(Name = "This is a business order")]
    public bool IsBusiness { get; set; }

    [StringLength(17, ErrorMessage = "Use at most {1} characters.")]
    [RegularExpression("[A-Za-z0-9 ./-]*", ErrorMessage = "Use letters, digits, spaces and . / - only.")]
    [Display(Name = "Purchase order number")]
    public string? PurchaseOrder { get; set; }

    [Display(Name = "Charge when the goods leave")]
    public bool CaptureLater { get; set; }

    public Address ToAddress() =>
        new()
        {
            FirstName = FirstName,
            LastName = LastName,
            Line1 = Street,
            City = City,
            Region = State,
            PostalCode = Zip,
            Country = "US",
            Email = Email,
        };
}
