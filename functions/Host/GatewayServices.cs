using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Agreements;
using PayFunctions.Authorizations;
using PayFunctions.Batches;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Clearing;
using PayFunctions.Console;
using PayFunctions.Identity;
using PayFunctions.Inbox;
using PayFunctions.KCodes;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Movements;
using PayFunctions.Net;
using PayFunctions.Notifications;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Reconciliation;
using PayFunctions.Refunds;
using PayFunctions.ShareLogin;
using PayFunctions.Statements;
using PayFunctions.Storage;

namespace PayFunctions.Host;

/// <summary>The whole gateway, folder by folder, in the order a payment meets them.</summary>
internal static class GatewayServices
{
    /// <summary>Adds everything; what was registered before stays.</summary>
    public static IServiceCollection AddGateway(
        this IServiceCollection services, IConfiguration configuration)
        => services
            .AddGatewayHost(configuration)
            .AddStorage(configuration)
            .AddKeys(configuration)
            .AddNet(configuration)
            .AddPlatform()
            .AddMerchantApi()
            .AddPayments()
            .AddRefunds()
            .AddAuthorizations()
            .AddKCodes()
            .AddAgreements()
            .AddBatches()
            .AddCashier()
            .AddChannels()
            .AddAlipay(configuration)
            .AddTenpay(configuration)
            .AddIPayNow(configuration)
            .AddAbc(configuration)
            .AddWeChatPay(configuration)
            .AddIdentity(configuration)
            .AddInbox()
            .AddShareLogin()
            .AddMovements()
            .AddReconciliation()
            .AddStatements()
            .AddClearing(configuration)
            .AddConsole()
            .AddNotifications();
}
