using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Writes <c>transaction/add</c> for sales, authorizations and credits with exactly the fields of the level. The provider derives the level
/// from the fields that are present, and a null or a zero would raise it.
/// </summary>
/// <remarks>
/// Source: the page on submitting a stored transaction. Description is not documented there, but clients send it and receive it back.
/// </remarks>
internal static class AddRequest
{
    public static ProviderRequest Of(AdapterAttempt attempt, VirtualTerminalAccount account)
    {
        var (request, amount) = (attempt.Request!, attempt.Amount!.Value);
        var plan = DataPlanner.Plan(request, amount, account);
        return ProviderRequest.Json(
            HttpMethod.Post,
            "transaction/add",
            json => Write(json, attempt, amount, plan, account.Options)
        ) with
        {
            CommercialData = new CommercialDataResult { SentLevel = plan.Level, DroppedFields = plan.DroppedFields },
            LeftOutFields = UnsentFields.Of(request, attempt.PerformsAs),
        };
    }

    private static void Write(
        Utf8JsonWriter json,
        AdapterAttempt attempt,
        Money amount,
        DataPlan plan,
        VirtualTerminalOptions options
    )
    {
        // A refund is paid to the customer and payment method of its original.
        var (asked, original) = (attempt.Attempt, attempt.Original?.Transaction);
        json.WriteString("ApiKey", options.ApiKey!.Reveal());
        json.WriteString("MID", options.MerchantId);
        json.WriteString("TransactionType", Vocabulary.TypeOf(attempt.PerformsAs));
        WriteAmounts(json, amount, plan);
        json.WriteNumber("CustomerId", VirtualTerminalIds.Parse(asked.CustomerId ?? original!.CustomerId!));
        json.WriteNumber(
            "PaymentMethodId",
            VirtualTerminalIds.Parse(asked.PaymentMethodId ?? original!.PaymentMethod.Id!)
        );
        if (plan.Level == CommercialDataLevel.LevelIII)
        {
            WriteShipping(json, plan, options);
            WriteLines(json, plan.Lines);
        }

        WriteDescription(json, attempt);
    }

    /// <summary>Writes the amount and the Level II fields of the order.</summary>
    public static void WriteAmounts(Utf8JsonWriter json, Money amount, DataPlan plan)
    {
        json.WriteNumber("Amount", amount.Amount);
        if (plan.Level >= CommercialDataLevel.LevelII)
        {
            json.WriteNumber("TaxAmount", plan.Tax.Amount);
            json.WriteNumber("ShippingAmount", plan.Freight.Amount);
            json.WriteString("CustomerPONumber", plan.CustomerReference);
        }
    }

    /// <summary>Writes the description with the mark of the key, by which the transaction can be found.</summary>
    public static void WriteDescription(Utf8JsonWriter json, AdapterAttempt attempt) =>
        json.WriteString(
            "Description",
            VirtualTerminalProfile.Mark.Write(UnsentFields.DescriptionOf(attempt.Request!), attempt.WireKey)
        );

    private static void WriteShipping(Utf8JsonWriter json, DataPlan plan, VirtualTerminalOptions options)
    {
        if (plan.ShipToStoredAddressId is { } stored)
        {
            json.WriteNumber("ShippingId", VirtualTerminalIds.Parse(stored));
            return;
        }

        json.WriteNumber("ShippingId", options.NewShippingAddressId);
        json.WriteBoolean("SaveNewShippingAddress", options.SaveNewShippingAddress);
        AddressWriter.Write(json, "ShippingAddress", plan.ShipTo);
    }

    private static void WriteLines(Utf8JsonWriter json, ValueList<PlannedLine> lines)
    {
        json.WriteStartArray("LineItems");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("ProductCode", line.ProductCode);
            json.WritePropertyName("Quantity");
            json.WriteRawValue(line.Quantity.ToString("0.####", CultureInfo.InvariantCulture));
            json.WriteNumber("Price", line.Price);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
