using System.Text.Json.Serialization;

namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Every public value of the package; a new one belongs here, and a test says so.</summary>
[JsonSerializable(typeof(CommercialCardClassification))]
[JsonSerializable(typeof(CommercialCardProgram))]
[JsonSerializable(typeof(CommercialCardProgramFit))]
[JsonSerializable(typeof(CommercialCardSchemeLimits))]
[JsonSerializable(typeof(CommercialCardTotals))]
[JsonSerializable(typeof(CommercialCardValidationOptions))]
[JsonSerializable(typeof(CommercialOrder))]
internal sealed partial class CommercialCardsJsonContext : JsonSerializerContext;
