using System.Text.Json.Serialization;

namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Every public value of the package; a test requires that new ones are added here.</summary>
[JsonSerializable(typeof(CommercialCardClassification))]
[JsonSerializable(typeof(CommercialCardProgram))]
[JsonSerializable(typeof(CommercialCardProgramFit))]
[JsonSerializable(typeof(CommercialCardSchemeLimits))]
[JsonSerializable(typeof(CommercialCardTotals))]
[JsonSerializable(typeof(CommercialCardValidationOptions))]
[JsonSerializable(typeof(CommercialOrder))]
internal sealed partial class CommercialCardsJsonContext : JsonSerializerContext;
