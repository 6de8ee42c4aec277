using PayFunctions.Channels;
using PayFunctions.Clearing;
using PayFunctions.Ledger;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Statements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>How a caller comes to meet each code.</summary>
internal static class ErrorWays
{
    /// <summary>A shortest way to each code that a JSON answer can carry.</summary>
    public static readonly Dictionary<ApiErrorCode, Func<TestGateway, Task<Answer>>> All = new()
    {
        [ApiErrorCode.BodyTooLarge] = static g => g.SendAsync(
            Usual with { Body = new byte[(64 * 1024) + 1] }),
        [ApiErrorCode.AuthorizationMissing] = static g => g.SendAsync(
            Usual with { Authorization = [] }),
        [ApiErrorCode.AuthorizationMalformed] = static g => g.SendAsync(
            Usual with { Authorization = ["Basic"] }),
        [ApiErrorCode.TimestampOutOfRange] = static g => g.SendAsync(
            Usual with { Timestamp = "0" }),
        [ApiErrorCode.ApplicationUnknown] = static g => g.SendAsync(
            Usual with { AppId = "nobody" }),
        [ApiErrorCode.ApplicationDisabled] = static g => g.SendAsync(
            Usual with { AppId = "closed" }),
        [ApiErrorCode.KeyUnknown] = static g => g.SendAsync(Usual with { KeyId = "key-9" }),
        [ApiErrorCode.SignatureInvalid] = static g => g.SendAsync(
            Usual with { Signature = "AAAA" }),
        [ApiErrorCode.ContentTypeUnsupported] = static g => g.SendAsync(
            Usual with { ContentType = "text/plain" }),
        [ApiErrorCode.BodyMalformed] = static g => g.SendAsync(MerchantRequest.Create("[]")),
        [ApiErrorCode.ParameterDuplicated] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/payments?out_trade_no=A&out_trade_no=B")),
        [ApiErrorCode.ParameterMissing] = static g => CreateAsync(g, "subject", null),
        [ApiErrorCode.ParameterInvalid] = static g => CreateAsync(g, "subject", "\"=\""),
        [ApiErrorCode.AmountInvalid] = static g => CreateAsync(g, "total_fee", "0"),
        [ApiErrorCode.CurrencyUnsupported] = static g => CreateAsync(g, "fee_type", "\"EUR\""),
        [ApiErrorCode.UrlInvalid] = static g => CreateAsync(g, "notify_url", "\"x\""),
        [ApiErrorCode.ChannelUnsupported] = static g => CreateAsync(g, "channel", "\"x\""),
        [ApiErrorCode.OrderNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/payments?out_trade_no=A")),
        [ApiErrorCode.NotificationNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/notifications/x")),
        [ApiErrorCode.OrderContentDiffers] = static async g =>
        {
            await g.CreateOrderAsync();
            return await CreateAsync(g, "total_fee", "1");
        },
        [ApiErrorCode.OrderPaid] = static async g => await CloseAsync(
            g, await g.PayOrderAsync()),
        [ApiErrorCode.ResendsExhausted] = static async g =>
        {
            var order = await g.PayOrderAsync();
            var file = await g.Orders.FindFileAsync(order.Id, CancellationToken.None);
            var attempt = new NoticeAttempt(order.CreatedAt, "gone", 410, "", 1);
            await g.Orders.SaveAsync(
                file!.Notices[0].Notice with { Attempts = [.. Enumerable.Repeat(attempt, 64)] },
                file.Notices[0].ETag, [], CancellationToken.None);
            return await g.SendAsync(MerchantRequest.Post(
                $"/v1/notifications/{file.Notices[0].Notice.Id}/resend"));
        },
        [ApiErrorCode.BatchNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/refund-batches/none")),
        [ApiErrorCode.BatchContentDiffers] = static async g =>
        {
            await SendBatchAsync(g, 1);
            return await SendBatchAsync(g, 2);
        },
        [ApiErrorCode.DayNotClosed] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/statements/2026-03-01")),
        [ApiErrorCode.DayNotKept] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/statements/2020-03-01")),
        [ApiErrorCode.StatementTooLong] = static async g =>
        {
            await FillAsync(g);
            return await g.SendAsync(MerchantRequest.Get("/v1/statements/2026-02-27"));
        },
        [ApiErrorCode.ClearingNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/clearings/2026-02-27")),
        [ApiErrorCode.ClearingNotConfirmed] = static async g =>
        {
            await g.Clearings.AddAsync(Cleared, [], CancellationToken.None);
            return await PayOutAsync(g, "P-1");
        },
        [ApiErrorCode.ClearingPaid] = static async g =>
        {
            await g.Clearings.AddAsync(
                Cleared with { State = ClearingState.Paid, PayoutNo = "P-1" }, [],
                CancellationToken.None);
            return await PayOutAsync(g, "P-2");
        },
        [ApiErrorCode.ReconciliationNotFound] = static g => g.SendAsync(
            "GET", "/platform/reconciliations/test/main/2026-01-01"),
        [ApiErrorCode.DeadLetterNotFound] = static g => g.SendAsync(
            "POST", "/platform/dead-letters/movements/m-1/resend"),
        [ApiErrorCode.KeyLimit] = static async g =>
        {
            await PutKeyAsync(g, "key-2", TestMerchant.Other.PublicKey);
            return await PutKeyAsync(g, "key-3", TestMerchant.Other.PublicKey);
        },
        [ApiErrorCode.KeyInvalid] = static g => PutKeyAsync(g, "key-2", "AAAA"),
        [ApiErrorCode.KeyContentDiffers] = static g => PutKeyAsync(
            g, TestMerchant.KeyId, TestMerchant.Other.PublicKey),
        [ApiErrorCode.ChannelUndecided] = static async g =>
        {
            g.Channel.Outcome = new Unknown("no answer");
            return await CloseAsync(g, await g.OpenOrderAsync());
        },
        [ApiErrorCode.TryAgain] = static g =>
        {
            g.OrderTrouble.IsDown = true;
            return g.SendAsync(Usual);
        },
        [ApiErrorCode.OrderClosed] = static async g =>
        {
            var order = await g.CreateOrderAsync();
            await CloseAsync(g, order);
            return await CancelAsync(g, order);
        },
        [ApiErrorCode.OrderExpired] = static async g =>
        {
            await g.CreateOrderAsync();
            g.Clock.Advance(TimeSpan.FromHours(2));
            return await ChargeAsync(g);
        },
        [ApiErrorCode.OrderRevoked] = static async g =>
        {
            var order = await g.CreateOrderAsync();
            await CancelAsync(g, order);
            return await CloseAsync(g, order);
        },
        [ApiErrorCode.CapabilityUnsupported] = static async g =>
        {
            var order = await g.CreateOrderAsync();
            await g.SendAsync("POST", $"/cashier/{order.Id}/bare_page");
            return await CancelAsync(g, order);
        },
        [ApiErrorCode.AuthCodeInvalid] = static g => ChargeAsync(
            g, ("auth_code", "\"991234567890123456\"")),
        [ApiErrorCode.ChannelRefused] = static g =>
        {
            g.Channel.Code = new PageRefused("no contract");
            return CreateAsync(g, "channel", "\"test_code\"");
        },
        [ApiErrorCode.AttemptsExhausted] = static async g =>
        {
            g.Channel.Code = new PageRefused("no contract");
            for (var attempt = 0; attempt < AttemptRules.MaxAttempts; attempt++)
            {
                await CreateAsync(g, "channel", "\"test_code\"");
            }

            return await CreateAsync(g, "channel", "\"test_code\"");
        },
        [ApiErrorCode.RefundNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/refunds/R-1")),
        [ApiErrorCode.OrderNotPaid] = static async g =>
        {
            await g.CreateOrderAsync();
            return await g.RefundAsync();
        },
        [ApiErrorCode.RefundContentDiffers] = static async g =>
        {
            await g.PayOrderAsync();
            await g.RefundAsync();
            return await g.RefundAsync(("refund_fee", "41"));
        },
        [ApiErrorCode.RefundExceedsPayment] = static async g =>
        {
            await g.PayOrderAsync();
            return await g.RefundAsync(("refund_fee", "101"));
        },
        [ApiErrorCode.RefundsExhausted] = static async g =>
        {
            await g.PayOrderAsync();
            g.Channel.Refunding = new RefundDeclined("no money");
            for (var refund = 0; refund < RefundRules.MaxRefunds; refund++)
            {
                await g.RefundAsync(("out_request_no", $"\"R-{refund}\""));
            }

            return await g.RefundAsync(("out_request_no", "\"R-50\""));
        },
        [ApiErrorCode.NothingHeld] = static async g =>
        {
            await g.AuthorizeAsync();
            return await g.CaptureAsync(g.Orders.Orders[^1].Id);
        },
        [ApiErrorCode.HoldExpired] = static async g =>
        {
            var hold = await g.HoldAsync();
            g.Clock.Advance(TimeSpan.FromDays(7));
            return await g.CaptureAsync(hold.Id);
        },
        [ApiErrorCode.ExceedsHold] = static async g => await g.CaptureAsync(
            (await g.HoldAsync()).Id, ("total_fee", "101")),
        [ApiErrorCode.CaptureNotFinal] = static async g => await g.CaptureAsync(
            (await g.HoldAsync(TestChannel.HoldOnceProduct)).Id),
        [ApiErrorCode.AgreementNotFound] = static g => g.DebitAsync(OrderId.Of("shop", "none")),
        [ApiErrorCode.AgreementContentDiffers] = static async g =>
        {
            await g.AgreeAsync();
            return await g.AgreeAsync(("single_limit", "101"));
        },
        [ApiErrorCode.AgreementNotActive] = static async g =>
        {
            await g.AgreeAsync();
            return await g.DebitAsync(g.Orders.Orders[^1].Id);
        },
        [ApiErrorCode.ExceedsAgreement] = static async g => await g.DebitAsync(
            (await g.SignAsync()).Id, ("total_fee", "101")),
        [ApiErrorCode.DebitsExhausted] = static async g =>
        {
            var agreement = await g.SignAsync();
            g.Channel.Debiting = new Declined("no money");
            for (var debit = 0; debit < AgreementRules.MaxDebits; debit++)
            {
                await g.DebitAsync(agreement.Id, ("out_trade_no", $"\"D-{debit}\""));
            }

            return await g.DebitAsync(agreement.Id, ("out_trade_no", "\"D-50\""));
        },
        [ApiErrorCode.CapturesExhausted] = static async g =>
        {
            var hold = await g.HoldAsync();
            g.Channel.Capturing = new Declined("no money");
            for (var capture = 0; capture < CaptureRules.MaxCaptures; capture++)
            {
                await g.CaptureAsync(hold.Id, ("out_trade_no", $"\"C-{capture}\""));
            }

            return await g.CaptureAsync(hold.Id, ("out_trade_no", "\"C-50\""));
        },
        [ApiErrorCode.IdentityNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/identity-verifications?out_verify_no=V-9")),
        [ApiErrorCode.IdentityContentDiffers] = static async g =>
        {
            await g.VerifyAsync();
            return await g.VerifyAsync(("name", "\"李四\""));
        },
        [ApiErrorCode.IdentityNotChecked] = static g =>
        {
            g.Identity.Checking = new IdentityRefused("return code 2310");
            return g.VerifyAsync();
        },
        [ApiErrorCode.IdentityLimited] = static async g =>
        {
            for (var i = 0; i < Application.DefaultIdentityPerHour; i++)
            {
                await g.VerifyAsync(("out_verify_no", $"\"V-{i}\""));
            }

            return await g.VerifyAsync(("out_verify_no", "\"V-x\""));
        },
        [ApiErrorCode.KCodeNotOpen] = static async g =>
        {
            await g.CreateOrderAsync();
            return await g.PayByKCodeAsync();
        },
        [ApiErrorCode.KCodeTooSoon] = static async g =>
        {
            await g.SendKCodeAsync();
            return await g.ResendKCodeAsync();
        },
        [ApiErrorCode.KCodesExhausted] = static async g =>
        {
            await g.SendKCodeAsync();
            for (var code = 1; code < KCodeRules.MaxCodes; code++)
            {
                g.Clock.Advance(KCodeRules.SendEvery);
                await g.ResendKCodeAsync($"S-{code}");
            }

            g.Clock.Advance(KCodeRules.SendEvery);
            return await g.ResendKCodeAsync("S-9");
        },
        [ApiErrorCode.KCodeRefused] = static g =>
        {
            g.KCodes.Sending = new KCodeRefused("return code 2310");
            return g.SendKCodeAsync();
        },
        [ApiErrorCode.KCodeWrong] = static async g =>
        {
            g.KCodes.Paying = new WrongCode("wrong");
            await g.SendKCodeAsync();
            return await g.PayByKCodeAsync();
        },
        [ApiErrorCode.KCodeTriesExhausted] = static async g =>
        {
            g.KCodes.Paying = new WrongCode("wrong");
            await g.SendKCodeAsync();
            for (var entered = 1; entered < KCodeRules.MaxTries; entered++)
            {
                await g.PayByKCodeAsync(("out_request_no", $"\"P-{entered}\""));
            }

            return await g.PayByKCodeAsync(("out_request_no", "\"P-5\""));
        },
        [ApiErrorCode.AccountNotFound] = static g => g.SendAsync(
            "GET", "/platform/accounts/test/nobody"),
        [ApiErrorCode.AccountInvalid] = static g => g.SendAsync(
            "PUT", "/platform/accounts/test/new", "{\"settings\":{\"broken\":\"1\"}}"),
    };

    private static MerchantRequest Usual => MerchantRequest.Create(PaymentBody.Json());

    private static Task<Answer> CreateAsync(TestGateway gateway, string name, string? raw)
        => gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json((name, raw))));

    private static Task<Answer> CloseAsync(TestGateway gateway, Order order)
        => gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));

    private static Task<Answer> CancelAsync(TestGateway gateway, Order order)
        => gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/cancel"));

    private static Task<Answer> ChargeAsync(
        TestGateway gateway, params (string Name, string? Raw)[] changes)
        => gateway.SendAsync(MerchantRequest.Post(
            "/v1/payments/barcode", PaymentBody.Barcode(changes)));

    private static Task<Answer> PutKeyAsync(TestGateway gateway, string keyId, string key)
        => gateway.SendAsync(
            "PUT", $"/platform/applications/shop/keys/{keyId}",
            $"{{\"public_key\":\"{key}\"}}");

    private static DayClearing Cleared => new()
    {
        AppId = "shop",
        Day = new DateOnly(2026, 2, 27),
        PayoutFen = 100,
    };

    private static Task<Answer> PayOutAsync(TestGateway g, string number) => g.SendAsync(
        "POST", "/platform/applications/shop/clearings/2026-02-27/payout",
        $"{{\"payout_no\":\"{number}\"}}");

    private static Task<Answer> SendBatchAsync(TestGateway g, int fen)
        => g.SendAsync(MerchantRequest.Post(
            "/v1/refund-batches",
            "{\"batch_no\":\"B\",\"rows\":[{\"out_request_no\":\"R\",\"out_trade_no\":\"A-1\","
                + $"\"refund_fee\":{fen}}}]}}"));

    /// <summary>One line more than a statement may have.</summary>
    private static Task FillAsync(TestGateway g)
    {
        var open = An.OpenOrder();
        var paid = JournalRules.Of(
            open, An.PaidOrder(), OrderEvent.Paid,
            new DateTimeOffset(2026, 2, 27, 0, 0, 0, TimeSpan.Zero))!;
        return g.Journal.WriteAsync(
            [.. Enumerable.Range(0, ShowStatement.MaxRows + 1).Select(
                i => paid with { Version = i })],
            CancellationToken.None);
    }
}
