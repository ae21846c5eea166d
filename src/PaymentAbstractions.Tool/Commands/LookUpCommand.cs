using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments look-up</c>.</summary>
internal static class LookUpCommand
{
    public static Command Of(CommandRunner runner)
    {
        var payment = new PaymentArguments();
        var command = runner.Command(
            "look-up",
            "Looks up one payment at its provider and records what is proven. Requires --config.",
            async (session, report, token) =>
            {
                if (await payment.FindAsync(session, report, token).ConfigureAwait(false) is not { } entry)
                {
                    return ExitCode.Refused;
                }

                var after =
                    await session
                        .Recovery.RecoverAsync(entry.Key.Key, entry.Key.Environment, token)
                        .ConfigureAwait(false)
                    ?? entry;
                var output = PaymentOutput.Of(after, session);
                if (!after.IsInDoubt)
                {
                    report.Show(output);
                    return ExitCode.Done;
                }

                var lookUp = LookUpOutput.Of(session.Recovery.Describe(after), session.Now);
                report.Show(output with { LookUp = lookUp });
                report.Warn(lookUp.ToSentence());
                return ExitCode.Refused;
            },
            SessionKind.Gateways
        );
        command.Validators.Add(result =>
        {
            if (result.GetValue(runner.Place.Config) is not { Length: > 0 })
            {
                result.AddError("A look-up requires the application's gateways: use --config FILE.");
            }
        });
        payment.AddTo(command);
        return command;
    }
}
