using PaymentAbstractions.Chaos;

// One executable in three roles: the orchestrator starts the other two as processes.
return args switch
{
    ["sandbox", .. var rest] => await SandboxRole.RunAsync(RoleArguments.Of(rest)),
    ["worker", .. var rest] => await WorkerRole.RunAsync(RoleArguments.Of(rest)),
    _ => await ChaosProgram.RunAsync(args),
};
