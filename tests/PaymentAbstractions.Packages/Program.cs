using PaymentAbstractions.Packages;

switch (args)
{
    case ["check", var folder, var version]:
        return Check.Run(Feed.Open(folder, version));
    case ["sell", var folder, var version]:
        return await Sell.RunAsync(folder, version);
    default:
        await Console.Error.WriteLineAsync(
            """
            Usage: dotnet run --project tests/PaymentAbstractions.Packages -- check FOLDER VERSION
                   dotnet run --project tests/PaymentAbstractions.Packages -- sell FOLDER VERSION

            check   opens every package of the version in the folder and lists what is wrong with it; then breaks copies of
                    the packages in every way that it checks for, and lists what it did not notice.
            sell    makes a new web application for each page of the documentation that has a program for one, installs the
                    packages from the folder, pastes the program, starts an emulated provider, and pays for an order.

            Make the packages first: dotnet pack -o FOLDER -p:Version=VERSION. The version must be new, because NuGet keeps
            what it has installed. Exits with 1 if anything is wrong.
            """
        );
        return 2;
}
