using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Providers that cannot be created, in a separate assembly, so that no other scan finds them.</summary>
public abstract class EmittedProviders : PaymentProvider<OtherProvider.NoOptions>
{
    public override string Name => GetType().Name;

    public static Assembly Define()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Acme.Gateway"),
            AssemblyBuilderAccess.Run
        );
        var module = assembly.DefineDynamicModule("Acme.Gateway");
        DefineProvider(module, "Acme.NeedsText", MethodAttributes.Public, null, typeof(string));
        DefineProvider(module, "Acme.NeedsServices", MethodAttributes.Public, null, typeof(IServiceProvider));
        DefineProvider(module, "Acme.Hides", MethodAttributes.Private, null);
        DefineProvider(module, "Acme.Fails", MethodAttributes.Public, "The license is missing.");
        return assembly;
    }

    protected override void Bind(IConfiguration configuration, OtherProvider.NoOptions options) { }

    protected override void Validate(OtherProvider.NoOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(OtherProvider.NoOptions options, GatewayContext context) =>
        throw new InvalidOperationException("No test builds this.");

    private static void DefineProvider(
        ModuleBuilder module,
        string name,
        MethodAttributes access,
        string? failure,
        params Type[] parameters
    )
    {
        var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Class, typeof(EmittedProviders));
        var code = type.DefineConstructor(access, CallingConventions.Standard, parameters).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(
            OpCodes.Call,
            typeof(EmittedProviders).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!
        );
        if (failure is not null)
        {
            code.Emit(OpCodes.Ldstr, failure);
            code.Emit(OpCodes.Newobj, typeof(InvalidOperationException).GetConstructor([typeof(string)])!);
            code.Emit(OpCodes.Throw);
        }

        code.Emit(OpCodes.Ret);
        type.CreateType();
    }
}
