namespace PaymentAbstractions.Tests;

/// <summary>The meanings of codes by brand, none of which contradicts itself.</summary>
public class ResponseCodeTableTests
{
    private static readonly CardBrand[] Brands =
    [
        default,
        CardBrand.Visa,
        CardBrand.Mastercard,
        CardBrand.Maestro,
        CardBrand.AmericanExpress,
        CardBrand.Discover,
        CardBrand.CartesBancaires,
        CardBrand.Elo,
        CardBrand.Jcb,
        CardBrand.FromProvider("Zebra"),
    ];

    // Every brand, code, merchant advice code and kind of payment.
    private static IEnumerable<ResponseCode> EveryReading() =>
        from code in ResponseCodeTable.Default.Rows.Select(row => row.Code).Distinct(StringComparer.Ordinal)
        from brand in Brands
        from merchantAdvice in MerchantAdvice.Known.Select(one => one.Code).Append(null)
        from isMerchantInitiated in new[] { false, true }
        from isAuthenticated in new[] { false, true }
        from source in Enum.GetValues<ResponseCodeSource>()
        select ResponseCode
            .FromProvider(code, brand)
            .WithMerchantAdvice(merchantAdvice)
            .ForPayment(isMerchantInitiated, isAuthenticated)
            .WithSource(source);

    [Fact]
    public void No_reading_contradicts_itself()
    {
        var contradictions = EveryReading()
            .Select(code => (Code: code, Problem: ContradictionOf(code)))
            .Where(one => one.Problem is not null)
            .Select(one =>
                $"{one.Code.Brand} {one.Code.Original ?? one.Code.Value} {one.Code.MerchantAdvice?.Code}: {one.Problem}"
            )
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(contradictions);
    }

    private static string? ContradictionOf(ResponseCode code)
    {
        var mayRetry = code.Retries.MaxRetries > 0;
        var approves = code.IsApproval || code.IsPartialApproval || code.Category == ResponseCategory.NoReasonToDecline;
        return approves && (code.Advice != ResponseAdvice.None || mayRetry || code.RetryCategory != RetryCategory.None)
                ? "approves and advises"
            : code.IsUnmapped && (code.Advice != ResponseAdvice.None || mayRetry) ? "is unknown and advises"
            : !approves && !code.IsUnmapped && code.Advice == ResponseAdvice.None ? "declines without advice"
            : mayRetry
            && code.Advice
                is not (
                    ResponseAdvice.RetryLater
                    or ResponseAdvice.FixData
                    or ResponseAdvice.CallIssuer
                    or ResponseAdvice.AuthenticateCustomer
                )
                ? "advises against another try and allows it"
            : code.Advice == ResponseAdvice.AuthenticateCustomer && code.Retries.MaxRetries > 1
                ? "authenticates more than once"
            : code.ForbidsRetry && !code.Brand.IsSpecified ? "forbids for a brand that is not known"
            : (code.ForbidsRetry || code.RetryCategory == RetryCategory.NeverRetry)
            && (mayRetry || code.Advice is not (ResponseAdvice.DoNotRetry or ResponseAdvice.UseAnotherMethod))
                ? "is never to be tried again and leads to another try"
            : code.Advice == ResponseAdvice.RetryLater
            && !mayRetry
            && code.Brand.IsSpecified
            && code.Source != ResponseCodeSource.DerivedFromText
                ? "advises another try and allows none"
            : code.RetryCategory != RetryCategory.None && code.Brand != CardBrand.Visa ? "has a category of Visa's"
            : code.Brand == CardBrand.Visa && code.MerchantAdvice is not null ? "has advice of Mastercard's"
            : null;
    }

    [Fact]
    public void No_row_contradicts_itself_and_each_has_its_source_and_its_place()
    {
        var rows = ResponseCodeTable.Default.Rows;

        Assert.All(rows, row => Assert.Null(row.Contradiction));
        Assert.All(rows, row => Assert.False(string.IsNullOrWhiteSpace(row.Source)));
        Assert.Equal(
            rows.Count,
            rows.Select(row => (row.Code, row.Brand, row.IsForUnauthenticated)).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("46", "Visa", ResponseAdvice.UseAnotherMethod)]
    [InlineData("46", "Mastercard", ResponseAdvice.DoNotRetry)]
    [InlineData("57", "Visa", ResponseAdvice.DoNotRetry)]
    [InlineData("76", "Visa", ResponseAdvice.LookUp)]
    [InlineData("76", "Mastercard", ResponseAdvice.UseAnotherMethod)]
    [InlineData("78", "Visa", ResponseAdvice.CallIssuer)]
    [InlineData("78", "Mastercard", ResponseAdvice.UseAnotherMethod)]
    [InlineData("81", "Mastercard", ResponseAdvice.UseAnotherMethod)]
    [InlineData("82", "Visa", ResponseAdvice.FixData)]
    [InlineData("83", "Visa", ResponseAdvice.RetryLater)]
    [InlineData("83", "Mastercard", ResponseAdvice.DoNotRetry)]
    [InlineData("83", "", ResponseAdvice.DoNotRetry)]
    [InlineData("14", "Discover", ResponseAdvice.DoNotRetry)]
    [InlineData("76", "Elo", ResponseAdvice.DoNotRetry)]
    [InlineData("23", "Visa", ResponseAdvice.FixConfiguration)]
    [InlineData("25", "Visa", ResponseAdvice.LookUp)]
    [InlineData("26", "", ResponseAdvice.LookUp)]
    [InlineData("68", "Mastercard", ResponseAdvice.LookUp)]
    [InlineData("88", "Mastercard", ResponseAdvice.AuthenticateCustomer)]
    [InlineData("92", "Visa", ResponseAdvice.FixConfiguration)]
    [InlineData("93", "Visa", ResponseAdvice.DoNotRetry)]
    [InlineData("94", "Visa", ResponseAdvice.LookUp)]
    [InlineData("N3", "Visa", ResponseAdvice.FixData)]
    [InlineData("P5", "Visa", ResponseAdvice.DoNotRetry)]
    [InlineData("P6", "", ResponseAdvice.DoNotRetry)]
    [InlineData("A1", "Cartes Bancaires", ResponseAdvice.AuthenticateCustomer)]
    public void A_code_means_what_its_brand_means(string code, string brand, ResponseAdvice advice) =>
        Assert.Equal(advice, ResponseCode.FromProvider(code, CardBrand.FromProvider(brand)).Advice);

    [Fact]
    public void Only_Visa_has_Visas_categories()
    {
        Assert.Equal(RetryCategory.CannotApproveNow, ResponseCode.FromProvider("83", CardBrand.Visa).RetryCategory);
        Assert.Equal(RetryCategory.Generic, ResponseCode.FromProvider("05", CardBrand.Visa).RetryCategory);
        var mastercard = ResponseCode.FromProvider("83", CardBrand.Mastercard);
        Assert.Equal((RetryCategory.None, RetryAllowance.Nothing), (mastercard.RetryCategory, mastercard.Retries));
        Assert.Equal(20, ResponseCode.FromProvider("51", CardBrand.Visa).Retries.MaxRetries);
        Assert.Equal(34, ResponseCode.FromProvider("51", CardBrand.Mastercard).Retries.MaxRetries);
        Assert.Equal(1, ResponseCode.FromProvider("Z1", CardBrand.Visa).Retries.MaxRetries);
    }

    [Theory]
    [InlineData("87", "Mastercard", ResponseCategory.PartiallyApproved)]
    [InlineData("87", "Visa", ResponseCategory.Unmapped)]
    [InlineData("87", "", ResponseCategory.Unmapped)]
    [InlineData("85", "Visa", ResponseCategory.NoReasonToDecline)]
    [InlineData("85", "", ResponseCategory.NoReasonToDecline)]
    [InlineData("Y1", "Mastercard", ResponseCategory.Approved)]
    [InlineData("Y3", "", ResponseCategory.Approved)]
    public void A_code_that_approves_at_one_brand_only_approves_nowhere_else(
        string code,
        string brand,
        ResponseCategory category
    ) => Assert.Equal(category, ResponseCode.FromProvider(code, CardBrand.FromProvider(brand)).Category);

    [Theory]
    [InlineData("1A", "Visa", false, false, ResponseAdvice.AuthenticateCustomer)]
    [InlineData("1A", "Visa", true, false, ResponseAdvice.BringCustomerBack)]
    [InlineData("65", "Mastercard", false, false, ResponseAdvice.AuthenticateCustomer)]
    [InlineData("65", "Mastercard", false, true, ResponseAdvice.RetryLater)]
    [InlineData("65", "Mastercard", true, false, ResponseAdvice.BringCustomerBack)]
    [InlineData("1A", "Visa", false, true, ResponseAdvice.UseAnotherMethod)]
    [InlineData("130", "American Express", false, true, ResponseAdvice.UseAnotherMethod)]
    [InlineData("65", "Visa", false, false, ResponseAdvice.RetryLater)]
    [InlineData("130", "American Express", false, false, ResponseAdvice.AuthenticateCustomer)]
    [InlineData("A1", "Cartes Bancaires", true, false, ResponseAdvice.BringCustomerBack)]
    public void A_soft_decline_asks_for_the_customer(
        string code,
        string brand,
        bool isMerchantInitiated,
        bool isAuthenticated,
        ResponseAdvice advice
    ) =>
        Assert.Equal(
            advice,
            ResponseCode
                .FromProvider(code, CardBrand.FromProvider(brand))
                .ForPayment(isMerchantInitiated, isAuthenticated)
                .Advice
        );

    [Theory]
    [InlineData("51", "03", ResponseAdvice.DoNotRetry)]
    [InlineData("83", "02", ResponseAdvice.RetryLater)]
    [InlineData("79", "1", ResponseAdvice.FixData)]
    [InlineData("51", "024", ResponseAdvice.RetryLater)]
    [InlineData("51", "40", ResponseAdvice.RetryLater)]
    [InlineData("83", "99", ResponseAdvice.DoNotRetry)]
    [InlineData("83", null, ResponseAdvice.DoNotRetry)]
    [InlineData("00", "03", ResponseAdvice.None)]
    [InlineData("68", "02", ResponseAdvice.LookUp)]
    [InlineData("94", "24", ResponseAdvice.LookUp)]
    [InlineData("83", "01", ResponseAdvice.AuthenticateCustomer)]
    public void Mastercards_merchant_advice_comes_first(string code, string? merchantAdvice, ResponseAdvice advice) =>
        Assert.Equal(
            advice,
            ResponseCode.FromProvider(code, CardBrand.Mastercard).WithMerchantAdvice(merchantAdvice).Advice
        );

    [Fact]
    public void Merchant_advice_names_its_wait_and_counts_at_no_other_brand()
    {
        Assert.Equal(TimeSpan.FromDays(10), MerchantAdvice.FromProvider("30")!.Wait);
        Assert.Equal(TimeSpan.FromHours(72), MerchantAdvice.FromProvider(" 02 ")!.Wait);
        Assert.Null(MerchantAdvice.FromProvider("0"));
        Assert.Null(MerchantAdvice.FromProvider("later"));
        Assert.Null(ResponseCode.FromProvider("51", CardBrand.Visa).WithMerchantAdvice("03").MerchantAdvice);
        var moved = ResponseCode
            .FromProvider("14", CardBrand.Mastercard)
            .WithMerchantAdvice("02")
            .ForBrand(CardBrand.Visa);
        Assert.Equal(ResponseAdvice.UseAnotherMethod, moved.Advice);
        // For a card of an unknown brand, only the stricter meaning counts.
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("51").WithMerchantAdvice("03").Advice);
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("83").WithMerchantAdvice("02").Advice);
    }

    [Theory]
    [InlineData("100", "", "05")]
    [InlineData("122", "American Express", "N7")]
    [InlineData("122", "Visa", "63")]
    [InlineData("122", "", "63")]
    [InlineData("911", "", "68")]
    [InlineData("208", "Visa", "41")]
    [InlineData("000", "American Express", "00")]
    public void Three_digits_come_to_two_characters_and_stay_beside_them(string original, string brand, string value)
    {
        var code = ResponseCode.FromProvider(original, CardBrand.FromProvider(brand));

        Assert.Equal((value, original), (code.Value, code.Original));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Visa")]
    [InlineData("American Express")]
    public void Of_all_codes_of_three_digits_only_these_approve(string brand)
    {
        var all = Enumerable
            .Range(0, 1000)
            .Select(number => $"{number:000}")
            .ToDictionary(text => text, text => ResponseCode.FromProvider(text, CardBrand.FromProvider(brand)));

        Assert.Equal(
            ["000", "001", "003", "004", "005", "007"],
            all.Where(one => one.Value.IsApproval).Select(one => one.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["002", "006"],
            all.Where(one => one.Value.IsPartialApproval).Select(one => one.Key).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("300")]
    [InlineData("400")]
    [InlineData("500")]
    [InlineData("800")]
    [InlineData("008")]
    public void Of_three_digits_what_is_no_result_of_a_payment_is_unmapped(string code) =>
        Assert.True(ResponseCode.FromProvider(code, CardBrand.Visa).IsUnmapped);

    [Fact]
    public void Three_digits_are_read_as_the_brand_reads_the_two()
    {
        Assert.Equal(RetryCategory.NeverRetry, ResponseCode.FromProvider("111", CardBrand.Visa).RetryCategory);
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("119", CardBrand.Visa).Advice);
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("111", CardBrand.Discover).Advice);
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("119").Advice);
        // Codes 65 and 70 have another meaning at Mastercard.
        Assert.Equal(
            ResponseAdvice.RetryLater,
            ResponseCode
                .FromProvider("123", CardBrand.Mastercard)
                .ForPayment(isMerchantInitiated: false, isAuthenticated: false)
                .Advice
        );
        Assert.Equal("PIN data required", ResponseCode.FromProvider("112", CardBrand.Mastercard).Meaning);
    }

    [Fact]
    public void All_pick_ups_of_three_digits_are_final() =>
        Assert.All(
            Enumerable.Range(200, 11),
            number =>
                Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider($"{number}", CardBrand.Visa).Advice)
        );

    [Fact]
    public void A_table_with_other_rows_reads_by_them_and_leaves_the_rest()
    {
        var row = new ResponseRow("51", "House rule", ResponseCategory.InsufficientFunds, ResponseAdvice.DoNotRetry)
        {
            Brand = CardBrand.Visa,
        };
        var table = ResponseCodeTable.Default.With("house-1", [row]);
        var code = ResponseCode.FromProvider("51", CardBrand.Visa);

        Assert.Equal(("house-1", ResponseAdvice.DoNotRetry), (table.Version, code.By(table).Advice));
        Assert.Equal(ResponseAdvice.RetryLater, code.Advice);
        Assert.Equal(ResponseAdvice.RetryLater, ResponseCode.FromProvider("51", CardBrand.Jcb).By(table).Advice);
        Assert.Equal(ResponseAdvice.DoNotRetry, ResponseCode.FromProvider("51").By(table).Advice);
    }

    [Fact]
    public void Rows_that_are_wrong_are_all_named()
    {
        ResponseRow[] rows =
        [
            new("5", "Short", ResponseCategory.DoNotHonor, ResponseAdvice.DoNotRetry),
            new("05", "Approves", ResponseCategory.Approved, ResponseAdvice.None),
            new("85", "Approves a sale", ResponseCategory.Approved, ResponseAdvice.None),
            new("51", "No advice", ResponseCategory.InsufficientFunds, ResponseAdvice.None),
            new("14", "Never, later", ResponseCategory.InvalidCardNumber, ResponseAdvice.RetryLater)
            {
                Brand = CardBrand.Visa,
                RetryCategory = RetryCategory.NeverRetry,
            },
            new("61", "Foreign category", ResponseCategory.ExceedsAmountLimit, ResponseAdvice.RetryLater)
            {
                Brand = CardBrand.Mastercard,
                RetryCategory = RetryCategory.Generic,
            },
        ];

        var failure = Assert.Throws<ArgumentException>(() => ResponseCodeTable.Default.With("house-1", rows));

        Assert.All(
            [
                "'5' is neither",
                "'05' approves, which",
                "'85' approves, which",
                "'51' declines without",
                "'14' must never",
                "'61' has a retry category",
            ],
            part => Assert.Contains(part, failure.Message, StringComparison.Ordinal)
        );
    }

    // A table keeps what it has read, so that a reading must not depend on who read before, or at the same time.
    [Fact]
    public async Task Readings_in_any_order_and_at_the_same_time_are_equal()
    {
        const int readers = 4;
        List<ResponseCode> readings =
        [
            .. from code in ResponseCodeTable.Default.Rows.Select(row => row.Code).Append("ZZ").Append("999").Distinct()
            from brand in Brands
            select ResponseCode.FromProvider(code, brand),
            .. EveryReading().Where(code => code.Source == ResponseCodeSource.Provider),
        ];
        var expected = readings.ConvertAll(Describe);
        var backward = ResponseCodeTable.Default.With("backward", []);
        var shared = ResponseCodeTable.Default.With("shared", []);
        using var start = new Barrier(readers);

        var reversed = Enumerable.Reverse(readings).Select(code => Describe(code.By(backward))).Reverse();
        var concurrent = await Task.WhenAll(
            Enumerable
                .Range(0, readers)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            return readings.ConvertAll(code => Describe(code.By(shared)));
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.Equal(expected, reversed);
        Assert.All(concurrent, read => Assert.Equal(expected, read));
    }

    private static string Describe(ResponseCode code) =>
        $"{code.Value} {code.Original} {code.Brand} {code.Meaning} {code.Category} {code.Advice} {code.MerchantAdvice?.Code} {code.RetryCategory} {code.Retries} {code.Source} {code.IsUnconfirmed}";

    [Theory]
    [InlineData(" 51 ", "51")]
    [InlineData("n7", "N7")]
    [InlineData(" 116", "51")]
    [InlineData("5 1", "??")]
    [InlineData("  ", "??")]
    [InlineData("51\t", "??")]
    [InlineData("５１", "??")]
    public void Spaces_and_case_do_not_matter_whatever_was_read_before(string text, string expected)
    {
        // The second time, it is found among what has been read.
        Assert.Equal(expected, ResponseCode.FromProvider(text).Value);
        Assert.Equal(expected, ResponseCode.FromProvider(text).Value);
        Assert.Equal(expected, ResponseCode.FromProvider(text, CardBrand.FromProvider("Zebra")).Value);
    }
}
