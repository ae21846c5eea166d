using System.Globalization;

namespace PaymentAbstractions;

/// <summary>Checks an order against the programs of the card schemes.</summary>
internal static class ProgramRules
{
    private const string TaxField = "Tax.Amount";

    /// <summary>
    /// Reports what the programs in force accept, cost and require. Reports nothing about an order without data for them.
    /// </summary>
    public static void Check(ref CommercialCardCheck check)
    {
        var options = check.Options;
        if (!HasData(check.Data))
        {
            return;
        }

        var level = LevelOf(check.Data);
        var isKnown = options.Brand.IsSpecified;
        var (hasAny, isTaken, hasRate) = (false, false, false);
        CommercialCardProgram? fee = null;
        foreach (var program in options.Programs.AsSpan())
        {
            if (program is null || (isKnown && program.Brand != options.Brand))
            {
                continue;
            }

            hasAny |= program.Kind is CommercialProgramKind.Rate or CommercialProgramKind.Report;
            if (!program.IsInForce(check.Currency, options))
            {
                continue;
            }

            fee = program.Kind == CommercialProgramKind.Fee ? program : fee;
            if (program.Level == level && program.Kind is CommercialProgramKind.Rate or CommercialProgramKind.Report)
            {
                // An unconfirmed program is not yet known to have a benefit.
                isTaken |= program is { Kind: CommercialProgramKind.Report } or { IsUnconfirmed: false };
                hasRate |= program is { Kind: CommercialProgramKind.Rate, IsUnconfirmed: false };
                CheckFit(ref check, program, isKnown);
            }
        }

        if (isKnown && fee is not null && !(hasRate && options.HasOptedIn(fee.Brand)))
        {
            Costs(ref check, fee, hasRate);
        }

        if (isKnown && hasAny && !isTaken)
        {
            NotTaken(ref check, level);
        }
    }

    // The data that schemes charge for.
    private static bool HasData(CommercialCardData data) => data.Tax is not null || data.LineItems.Count > 0;

    private static CommercialDataLevel LevelOf(CommercialCardData data) =>
        data.RequestedLevel != RequestedDataLevel.LevelII
        && CommercialCardClassifier.Reaches(data, CommercialDataLevel.LevelIII)
            ? CommercialDataLevel.LevelIII
        : CommercialCardClassifier.Reaches(data, CommercialDataLevel.LevelII) ? CommercialDataLevel.LevelII
        : CommercialDataLevel.LevelI;

    /// <summary>Determines how an order fits each program that is in force for it.</summary>
    public static IEnumerable<CommercialCardProgramFit> FitsOf(
        CommercialCardData data,
        Money amount,
        CommercialCardValidationOptions options
    )
    {
        foreach (var program in options.Programs)
        {
            var isBrand = !options.Brand.IsSpecified || program?.Brand == options.Brand;
            if (
                isBrand
                && program is not null
                && program.IsInForce(amount.IsSpecified ? amount.Currency : default, options)
            )
            {
                yield return new CommercialCardProgramFit
                {
                    Program = program,
                    Obstacles = [.. ObstaclesOf(program, data, amount, options)],
                };
            }
        }
    }

    private static IEnumerable<string> ObstaclesOf(
        CommercialCardProgram program,
        CommercialCardData data,
        Money amount,
        CommercialCardValidationOptions options
    )
    {
        if (program.Kind == CommercialProgramKind.Fee)
        {
            if (!HasData(data))
            {
                yield return "there is no data";
            }

            yield break;
        }

        foreach (var field in CommercialCardClassifier.Missing(data, program.Level))
        {
            yield return $"{field} is missing";
        }

        foreach (var field in program.NeededFields)
        {
            if (!IsGiven(field, data, options))
            {
                yield return $"{field} is missing";
            }
        }

        if (amount is { IsSpecified: true, IsPositive: true } && !program.TakesTax(data.Tax, amount, options))
        {
            yield return $"the tax is not {WindowOf(program)} of the amount";
        }

        if (program.NeedsOptIn && !options.HasOptedIn(program.Brand))
        {
            yield return "the merchant has not opted in";
        }
    }

    private static void CheckFit(ref CommercialCardCheck check, CommercialCardProgram program, bool isKnown)
    {
        if (check is { SumsAreOff: false, Amount.IsPositive: true, Data.Tax: { } tax })
        {
            if (!program.TakesTax(tax, check.Amount, check.Options))
            {
                OutsideWindow(ref check, program, tax.Amount?.Amount ?? 0);
            }
        }

        if (!isKnown)
        {
            return;
        }

        foreach (var field in program.NeededFields.AsSpan())
        {
            if (!IsGiven(field, check.Data, check.Options))
            {
                check.Add(
                    CommercialCardSeverity.Warning,
                    field,
                    CommercialCardRule.SchemeProgram,
                    "a value",
                    "none",
                    $"is missing; {program.Brand} {program.Name} requires it."
                );
            }
        }

        if (program.NeedsOptIn && !check.Options.HasOptedIn(program.Brand))
        {
            check.Add(
                CommercialCardSeverity.Info,
                nameof(CommercialCardData),
                CommercialCardRule.SchemeProgram,
                "a merchant who has opted in",
                "not known",
                $"qualifies for {program.Brand} {program.Name} only if the merchant is verified or approved; ask the acquirer, then add {program.Brand} to OptedIn."
            );
        }
    }

    private static void OutsideWindow(ref CommercialCardCheck check, CommercialCardProgram program, decimal paid)
    {
        var percent = paid / check.Amount.Amount * 100m;
        check.Add(
            CommercialCardSeverity.Warning,
            TaxField,
            CommercialCardRule.SchemeTaxWindow,
            WindowOf(program),
            FormattableString.Invariant($"{percent:0.####} %"),
            FormattableString.Invariant(
                $"is {percent:0.####} % of the amount; {program.Brand} {program.Name} accepts {WindowOf(program)}."
            )
        );
    }

    private static void Costs(ref CommercialCardCheck check, CommercialCardProgram program, bool hasRate)
    {
        var cost = FormattableString.Invariant(
            $"costs {program.FeePercent} % of the amount ({program.Brand} {program.Name})"
        );
        check.Add(
            CommercialCardSeverity.Info,
            nameof(CommercialCardData),
            CommercialCardRule.SchemeProgram,
            hasRate ? "a merchant who has opted in" : "a program with a lower rate",
            hasRate ? "not known" : "none",
            hasRate
                ? $"{cost}, whether it brings a lower rate or not; send it only after you have opted in, and add {program.Brand} to OptedIn."
                : $"{cost} and brings no lower rate."
        );
    }

    private static void NotTaken(ref CommercialCardCheck check, CommercialDataLevel level)
    {
        var options = check.Options;
        var country = options.MerchantCountry is { } code
            ? $" for a merchant in {Country.Find(code)?.Code ?? "an unknown country"}"
            : "";
        var date = options.Date is { } day ? day.ToString(" 'on' yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        var missing =
            level < CommercialDataLevel.LevelIII && check.Data.RequestedLevel != RequestedDataLevel.LevelII
                ? $" For {level + 1} the order lacks {string.Join(", ", NamesOf(CommercialCardClassifier.Missing(check.Data, level + 1)))}."
                : "";
        check.Add(
            CommercialCardSeverity.Info,
            nameof(CommercialCardData),
            CommercialCardRule.SchemeProgram,
            "a program of the scheme",
            "none",
            $"brings no lower rate at {options.Brand}: no known program accepts {level} data in {check.Currency}{country}{date}.{missing}"
        );
    }

    // The names only, without the lines.
    private static IEnumerable<string> NamesOf(IEnumerable<string> paths) =>
        paths
            .Select(path =>
                path[(path.LastIndexOf("].", StringComparison.Ordinal) is >= 0 and var end ? end + 2 : 0)..]
            )
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static bool IsGiven(string field, CommercialCardData data, CommercialCardValidationOptions options) =>
        field switch
        {
            "MerchantTaxId" => !string.IsNullOrWhiteSpace(data.MerchantTaxId ?? options.MerchantTaxId),
            "ShipTo.PostalCode" => !string.IsNullOrWhiteSpace(data.ShipTo?.PostalCode ?? data.ShipToStoredAddressId),
            // An unknown field is never given.
            _ => false,
        };

    /// <summary>The tax range that a program accepts, for people.</summary>
    private static string WindowOf(CommercialCardProgram program)
    {
        var window = (program.LowestTaxPercent, program.HighestTaxPercent) switch
        {
            ({ } lowest, { } highest) => FormattableString.Invariant($"{lowest} % to {highest} %"),
            ({ } lowest, null) => FormattableString.Invariant($"at least {lowest} %"),
            (null, { } highest) => FormattableString.Invariant($"at most {highest} %"),
            _ => "any tax",
        };
        return program is { TakesZeroTax: true, LowestTaxPercent: not null } ? $"0 %, or {window}" : window;
    }
}
