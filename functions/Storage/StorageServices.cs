using System.Security.Cryptography;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Storage;

/// <summary>Registers tables and queues.</summary>
internal static class StorageServices
{
    private const int WriteIdBytes = 12;

    /// <summary>Adds the stores.</summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>()
            .Bind(configuration.GetSection("Storage"));
        services.TryAddSingleton<DrawId>(
            static () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WriteIdBytes)));
        services.TryAddSingleton(QueuePace.Real);
        services.TryAddSingleton<TableClientOptions>();
        services.TryAddSingleton(static _ => new QueueClientOptions
        {
            MessageEncoding = QueueMessageEncoding.Base64,
        });
        services.AddSingleton(provider => Tables(provider, configuration));
        services.AddSingleton(provider => Queues(provider, configuration));
        services.AddSingleton<IOrderStore, OrderStore>();
        services.AddSingleton<IOrderEntryStore, OrderEntryStore>();
        services.AddSingleton<IOrderListStore, OrderListStore>();
        services.AddSingleton<IJournalStore, JournalStore>();
        services.AddSingleton<IReconciliationStore, ReconciliationStore>();
        services.AddSingleton<ISheetStore, SheetStore>();
        services.AddSingleton<IReconcileQueue, ReconcileQueueStore>();
        services.AddSingleton<IClearingStore, ClearingStore>();
        services.AddSingleton<IBatchStore, BatchStore>();
        services.AddSingleton<IBatchQueue, BatchQueueStore>();
        services.AddSingleton<IMovementQueue, MovementQueueStore>();
        services.AddSingleton<INoticeQueue, NoticeQueueStore>();
        services.AddSingleton<IApplicationStore, ApplicationStore>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddSingleton<IRefundNumberStore, RefundNumberStore>();
        services.AddSingleton<IConsoleSessionStore, ConsoleSessionStore>();
        services.AddSingleton<IWalletLoginStore, WalletLoginStore>();
        services.AddSingleton<IVerificationStore, VerificationStore>();
        services.AddSingleton<IDeadLetterStore, DeadLetterStore>();
        services.AddSingleton<IReturnQueue, ReturnQueueStore>();
        services.AddSingleton<StorageReadiness>();
        services.AddHostedService<LocalStorageSetup>();
        return services;
    }

    private static TableServiceClient Tables(
        IServiceProvider provider, IConfiguration configuration)
    {
        var settings = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var options = provider.GetRequiredService<TableClientOptions>();
        Bound(options.Retry, settings);
        return settings.TableServiceUri is { } uri
            ? new TableServiceClient(
                uri, provider.GetRequiredService<TokenCredential>(), options)
            : new TableServiceClient(ConnectionString(configuration), options);
    }

    private static QueueServiceClient Queues(
        IServiceProvider provider, IConfiguration configuration)
    {
        var settings = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var options = provider.GetRequiredService<QueueClientOptions>();
        Bound(options.Retry, settings);
        return settings.QueueServiceUri is { } uri
            ? new QueueServiceClient(
                uri, provider.GetRequiredService<TokenCredential>(), options)
            : new QueueServiceClient(ConnectionString(configuration), options);
    }

    private static void Bound(RetryOptions retry, StorageOptions settings)
    {
        retry.MaxRetries = settings.MaxRetries;
        retry.NetworkTimeout = settings.RequestTimeout;
    }

    private static string ConnectionString(IConfiguration configuration)
        => configuration["AzureWebJobsStorage"] is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException(
                "Set Storage:TableServiceUri and Storage:QueueServiceUri, or AzureWebJobsStorage "
                + "to a connection string.");
}
