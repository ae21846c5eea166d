using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments show</c>.</summary>
internal static class ShowCommand
{
    public static Command Of(CommandRunner runner)
    {
        var payment = new PaymentArguments();
        var command = runner.Command(
            "show",
            "Shows one payment with its history and the holders of its guards.",
            async (session, report, token) =>
            {
                if (await payment.FindAsync(session, report, token).ConfigureAwait(false) is not { } entry)
                {
                    return ExitCode.Refused;
                }

                report.Show(
                    PaymentOutput.Of(entry, session) with
                    {
                        Guards = await session.GetGuardsAsync(entry, token).ConfigureAwait(false),
                    }
                );
                return ExitCode.Done;
            }
        );
        payment.AddTo(command);
        return command;
    }
}
