namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>One entry of a problem's <c>invalidFields</c>, with the field in dot notation.</summary>
internal readonly record struct InvalidField(string Field, string Message);
