namespace PaymentAbstractions;

/// <summary>One row of the table of response codes.</summary>
internal sealed class ResponseCodeRow(string value, string meaning, ResponseCategory category, ResponseAdvice advice)
{
    /// <summary>The brand whose own reading this is; not specified for the main table.</summary>
    public CardBrand Brand { get; init; }

    public string Value { get; } = value;

    public string Meaning { get; } = meaning;

    public ResponseCategory Category { get; } = category;

    public ResponseAdvice Advice { get; } = advice;
}
