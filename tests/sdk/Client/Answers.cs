namespace PayFunctions.Tests.Sdk.Client;

/// <summary>What the gateway answers, written from the wire's description.</summary>
internal static class Answers
{
    public const string Created = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "trade_state":"NOTPAY","total_fee":100,"fee_type":"CNY",
        "pay_url":"https://pay.example.com/cashier/5Z7K2M9QW3E8R1T6Y4V0B2N8C7",
        "expires_at":"2026-01-02T06:04:05Z","order_version":1,"request_id":"r-1"}
        """;

    public const string Paid = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "trade_state":"SUCCESS","total_fee":100,"fee_type":"CNY","subject":"茶","attach":"a=1",
        "channel":"alipay_page","channel_trade_no":"2026010222001400001",
        "time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T06:00:00Z",
        "time_end":"2026-01-02T04:03:59Z","order_version":3,
        "request_id":"r-2","a_later_member":{}}
        """;

    public const string Paying = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "trade_state":"USERPAYING","total_fee":100,"fee_type":"CNY","subject":"茶",
        "channel":"alipay_barcode","time_created":"2026-01-02T04:04:05Z",
        "time_expire":"2026-01-02T06:04:05Z","order_version":2,"request_id":"r-8"}
        """;

    public const string Notification = """
        {"notify_id":"01HZX5N8Q2","notify_type":"PAYMENT",
        "transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "trade_state":"SUCCESS","total_fee":100,"order_version":3,"state":"PENDING",
        "next_attempt_at":"2026-01-02T04:06:05Z","attempts":[
        {"at":"2026-01-02T04:04:05Z","status":500,"answer":"oops","outcome":"REFUSED",
        "duration_ms":12},{"at":"2026-01-02T04:05:05Z","outcome":"TIMEOUT","duration_ms":10000}],
        "request_id":"r-3"}
        """;

    public const string NotFound = """
        {"type":"about:blank","title":"No such order","status":404,"code":"ORDER_NOT_FOUND",
        "detail":"Check the number.","request_id":"r-4"}
        """;

    public const string Refund = """
        {"refund_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001","refund_fee":30,"refund_state":"SUCCESS",
        "refund_origin":"MERCHANT","time_requested":"2026-01-02T04:04:03Z",
        "out_request_no":"R-2026_0001","reason":"坏了 \"é\"",
        "channel_refund_no":"2026010250000001","time_refund":"2026-01-02T04:04:04Z",
        "transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "total_fee":100,"fee_type":"CNY","order_version":5,"request_id":"r-5"}
        """;

    public const string Processing = """
        {"refund_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001","refund_fee":30,
        "refund_state":"PROCESSING","refund_origin":"MERCHANT",
        "time_requested":"2026-01-02T04:04:03Z",
        "transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "total_fee":100,"fee_type":"CNY","order_version":4,"request_id":"r-6"}
        """;

    public const string Refunded = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-2026_0001",
        "trade_state":"REFUND","total_fee":100,"fee_type":"CNY","subject":"茶",
        "channel":"alipay_page","channel_trade_no":"2026010222001400001",
        "time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T06:00:00Z",
        "time_end":"2026-01-02T04:03:59Z","order_version":7,"refunds":[
        {"refund_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001","refund_fee":30,"refund_state":"SUCCESS",
        "refund_origin":"MERCHANT","time_requested":"2026-01-02T04:04:03Z",
        "out_request_no":"R-2026_0001","time_refund":"2026-01-02T04:04:04Z"},
        {"refund_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7R002","refund_fee":100,"refund_state":"CLOSED",
        "refund_origin":"SECOND_SUCCESS","time_requested":"2026-01-02T04:04:03Z",
        "time_refund":"2026-01-02T04:04:04Z","failure":"no such account"}],
        "request_id":"r-7"}
        """;
}
