namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Hands out a bill. The request is signed like any other, the file is not.</summary>
internal sealed class DownloadBill(BillShelf shelf) : IOperation
{
    /// <summary>Where files are.</summary>
    public const string FilePath = "/v3/billdownload/file";

    /// <inheritdoc/>
    public string Name => "bill_file";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public string Path => FilePath;

    /// <inheritdoc/>
    public bool IsOfTransactions => false;

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
        => shelf.Find(call.Query("token")) is not { } bill || bill.Expires <= call.Now
                ? ApiAnswer.Of(ApiError.NoResource)
            : !string.Equals(bill.MchId, call.Caller.Registered.MchId, StringComparison.Ordinal)
                ? ApiAnswer.Of(ApiError.NotPermitted)
            : new(StatusCodes.Status200OK, bill.File) { ContentType = "text/plain" };
}
