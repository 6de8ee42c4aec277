namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The fields of orders, by product, direct or through a provider.</summary>
internal sealed class OrderFields(WeChatPaySimulatorOptions options)
{
    private const int Word = 32;
    private const int Sentence = 127;
    private const int Long = 128;
    private const int Longest = 256;
    private const int Address = 255;

    private static readonly Field Amount = Field.Object(
        "amount", Field.Number("total", least: 1).Needed(),
        Field.Text("currency", 16, static t => t is "CNY")).Needed();

    private static readonly Field Detail = Field.Object(
        "detail", Field.Number("cost_price"), Field.Text("invoice_id", Word),
        Field.List(
            "goods_detail", Field.Text("merchant_goods_id", Word).Needed(),
            Field.Text("wechatpay_goods_id", Word), Field.Text("goods_name", Longest),
            Field.Number("quantity", least: 1).Needed(), Field.Number("unit_price").Needed()));

    private static readonly Field Settle = Field.Object(
        "settle_info", Field.Flag("profit_sharing"));

    private static readonly Field H5 = Field.Object(
        "h5_info", Field.Text("type", Word, static t => t is "Wap" or "iOS" or "Android").Needed(),
        Field.Text("app_name", 64), Field.Text("app_url", Long), Field.Text("bundle_id", Long),
        Field.Text("package_name", Long)).Needed();

    private static readonly Field Store = Field.Object(
        "store_info", Field.Text("id", Word).Needed(), Field.Text("name", Longest),
        Field.Text("area_code", Word), Field.Text("address", 512));

    private static readonly Field CodeStore = Field.Object(
        "store_info", Field.Text("id", Word), Field.Text("out_id", Word)).Needed();

    /// <summary>Who orders.</summary>
    public static IReadOnlyList<Field> Identity(bool isPartner)
        => isPartner
            ?
            [
                Field.Text("sp_appid", Word).Needed(), Field.Text("sp_mchid", Word).Needed(),
                Field.Text("sub_appid", Word), Field.Text("sub_mchid", Word).Needed(),
            ]
            : [Field.Text("appid", Word).Needed(), Field.Text("mchid", Word).Needed()];

    /// <summary>Everything that an order may say.</summary>
    public IReadOnlyList<Field> Of(Product product, bool isPartner)
        =>
        [
            .. Identity(isPartner),
            Field.Text("description", Sentence).Needed(),
            Field.Text("out_trade_no", Word, TextRules.IsTradeNumber).Needed(),
            Field.Text("attach", Long), Field.Text("goods_tag", Word),
            Field.Flag("support_fapiao"), Amount, Detail, Settle,
            .. product is Product.Code ? Charge() : Page(),
            .. Own(product, isPartner),
        ];

    private static Field[] Charge()
        =>
        [
            Field.Object("payer", Field.Text("auth_code", Word).Needed()).Needed(),
            Field.Object(
                "scene_info", Field.Text("device_id", Word), Field.Text("device_ip", 45),
                CodeStore).Needed(),
        ];

    private Field[] Page()
        =>
        [
            Field.Text("notify_url", Address, options.AllowsPlainNotifyUrl
                ? TextRules.IsPlainNotifyUrl
                : TextRules.IsNotifyUrl).Needed(),
            Field.Text("time_expire", 64, static t => TextRules.Moment(t) is not null),
        ];

    private static Field[] Own(Product product, bool isPartner)
        => product switch
        {
            Product.Code => [],
            Product.H5 => [Scene(H5).Needed()],
            Product.Jsapi =>
            [
                Field.Object("payer", isPartner
                    ? [Field.Text("sp_openid", Long), Field.Text("sub_openid", Long)]
                    : [Field.Text("openid", Long).Needed()]).Needed(),
                Scene(),
            ],
            _ => [Scene()],
        };

    private static Field Scene(params Field[] own)
        => Field.Object(
            "scene_info",
            [
                Field.Text("payer_client_ip", 45, TextRules.IsPayerAddress).Needed(),
                Field.Text("device_id", Word), Store, .. own,
            ]);
}
