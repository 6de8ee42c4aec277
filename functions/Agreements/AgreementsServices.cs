using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Agreements;

/// <summary>Registers the operations of agreements and debits.</summary>
internal static class AgreementsServices
{
    /// <summary>Adds one operation per file.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services)
        => services
            .AddSingleton<AgreementAnswer>()
            .AddSingleton<UnsignQuestion>()
            .AddSingleton<DebitQuestion>()
            .AddSingleton<CheckAgreement>()
            .AddSingleton<UnsignAgreement>()
            .AddSingleton<BeginDebit>()
            .AddSingleton<SendDebit>()
            .AddSingleton<FileDebits>()
            .AddSingleton<DebitAgreement>()
            .AddSingleton<FollowAgreement>()
            .AddSingleton<AgreementTermsCheck>()
            .AddSingleton<AgreementCalls>()
            .AddSingleton<DebitCalls>();
}
