using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;

namespace PayFunctions.Cashier;

/// <summary>Tells a payer, in a sentence for payers, that a page cannot be shown.</summary>
internal static class ErrorDesk
{
    /// <summary>The page for an error, with the status it has toward merchants.</summary>
    public static PageReply<ErrorPage, ErrorView> Show(Payer payer, ApiErrorCode code)
        => Show(payer, code, ApiErrorMap.Of(code).Status);

    /// <summary>The page for an error, with a status of its own.</summary>
    public static PageReply<ErrorPage, ErrorView> Show(
        Payer payer, ApiErrorCode code, int status)
        => new(
            new ErrorView(
                ApiErrorMap.Of(code).Code,
                Sentence(payer.Texts, code),
                payer.RequestId,
                status == StatusCodes.Status503ServiceUnavailable ? Again(payer.Request) : null),
            payer.Texts,
            status);

    private static string Sentence(CashierTexts texts, ApiErrorCode code) => code switch
    {
        ApiErrorCode.OrderNotFound => texts.ErrorNotFound,
        ApiErrorCode.IdentityNotFound => texts.ErrorNothingHere,
        ApiErrorCode.ChannelUnsupported => texts.ErrorProduct,
        ApiErrorCode.AttemptsExhausted => texts.ErrorAttempts,
        ApiErrorCode.ChannelRefused => texts.ErrorRefused,
        ApiErrorCode.TryAgain or ApiErrorCode.ChannelUndecided or ApiErrorCode.Internal
            => texts.ErrorBusy,
        _ => texts.ErrorLink,
    };

    /// <summary>The address that was asked for, on this host whatever it was.</summary>
    private static string Again(HttpRequest request)
        => "/" + (request.PathBase.ToUriComponent() + request.Path.ToUriComponent())
            .TrimStart('/') + request.QueryString.ToUriComponent();
}
