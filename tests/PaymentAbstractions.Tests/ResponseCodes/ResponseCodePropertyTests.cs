using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public class ResponseCodePropertyTests
{
    private static readonly string[] Approvals =
    [
        "00",
        "08",
        "11",
        "16",
        "Y1",
        "Y3",
        "000",
        "001",
        "003",
        "004",
        "005",
        "007",
    ];
    private static readonly string[] PartialApprovals = ["10", "32", "002", "006"];

    // Arbitrary text, and text that resembles a code: two or three characters that are mostly digits and spaces.
    private static readonly Arbitrary<string?> AnyText = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string?>(),
            Gen.Elements("018 532x\u00a0\n０".ToCharArray())
                .ArrayOf()
                .Select(characters => (string?)new string(characters))
        )
        .ToArbitrary();

    [Fact]
    public void Mapping_is_total_and_idempotent() =>
        Prop.ForAll(
                AnyText,
                text =>
                {
                    var code = ResponseCode.FromProvider(text);
                    return ResponseCode.FromProvider(code.Value) == code
                        && ResponseCode.FromProvider(text.AsSpan()) == code
                        && (code.Value == "??" || (code.Original ?? code.Value) == text?.Trim(' ').ToUpperInvariant());
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Nothing_but_the_approval_codes_approves() =>
        Prop.ForAll(
                AnyText,
                text =>
                {
                    var code = ResponseCode.FromProvider(text);
                    var exact = text?.Trim(' ').ToUpperInvariant();
                    return code.IsApproval == Approvals.Contains(exact, StringComparer.Ordinal)
                        && code.IsPartialApproval == PartialApprovals.Contains(exact, StringComparer.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
}
