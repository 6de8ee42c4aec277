// Makes the SDK's golden vectors with Node's crypto: code that the SDK does not share.
//   node tests/vectors/sdk/make.mjs
// Keys are for tests only. They are read from keys.json, which was made once by --keys.
import { createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const here = (name) => new URL(name, import.meta.url);
const save = (name, value) =>
  writeFileSync(here(name), JSON.stringify(value, null, 2) + "\n");

if (process.argv.includes("--keys")) {
  const make = () => generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  save("keys.json", {
    origin: "node tests/vectors/sdk/make.mjs --keys (RSA-2048; for tests only)",
    merchant: make(), gateway: make(), gateway_next: make(),
  });
}

const keys = JSON.parse(readFileSync(here("keys.json"), "utf8"));
const origin = "node tests/vectors/sdk/make.mjs; each sign also equals "
  + "printf %s \"$content\" | openssl dgst -sha256 -sign private.pem | base64 -w0";

const content = (fields) => Object.keys(fields)
  .filter((name) => !["sign", "sign_type"].includes(name) && fields[name] !== "")
  .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  .map((name) => `${name}=${fields[name]}`)
  .join("&");
const sign = (text, key) =>
  createSign("RSA-SHA256").update(text, "utf8").sign(key, "base64");
const percent = (text) => encodeURIComponent(text)
  .replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());

const base = {
  out_trade_no: "T-2026_0001", total_fee: "100", subject: "Tea",
  notify_url: "https://shop.example.com/pay/notify",
};
const urls = {
  "only what is required": base,
  "everything": {
    ...base, fee_type: "CNY", body: "One tin", attach: "a=1&b=2/3",
    return_url: "https://shop.example.com/done?order=7&lang=zh", channel: "alipay_page",
    account: "main", expires_in: "900",
  },
  "empty values are left out": { ...base, attach: "", body: "" },
  "plus, percent, space and tilde": { ...base, subject: "1+1 100% ~*'()!", attach: "%20+%2B" },
  "Chinese": { ...base, subject: "龙井茶叶 一斤", attach: "备注：谢谢" },
  "emoji": { ...base, subject: "🍵 tea 👨‍👩‍👧" },
  "a subject of 256 characters": { ...base, subject: "茶".repeat(256) },
};
save("pay_urls.json", {
  origin,
  cases: Object.entries(urls).map(([name, parameters]) => {
    const all = {
      ...parameters, app_id: "app_1", key_id: "key-1", charset: "utf-8", version: "1.0",
      timestamp: "1767326645",
    };
    const text = content(all);
    const signature = sign(text, keys.merchant.privateKey);
    const query = Object.keys(all).filter((n) => all[n] !== "").sort()
      .map((n) => `${n}=${percent(all[n])}`).join("&");
    return {
      name, parameters, content: text, sign: signature,
      url: `http://127.0.0.1:7071/pay?${query}&sign_type=RSA2&sign=${percent(signature)}`,
    };
  }),
});

const notice = {
  notify_id: "01HZX5N8Q2", notify_time: "2026-01-02 12:04:05", notify_type: "PAYMENT",
  app_id: "app_1", out_trade_no: "T-2026_0001", transaction_id: "5Z7K2M9QW3E8R1T6Y4V0B2N8C7",
  trade_state: "SUCCESS", total_fee: "100", fee_type: "CNY", channel: "alipay_page",
  channel_trade_no: "2026010222001400001", attach: "a=1&b=2", time_end: "2026-01-02 12:03:59",
  order_version: "3", timestamp: "1767326645", charset: "utf-8", version: "1.0",
  sign_type: "RSA2", key_id: "gw-1",
};
const refund = {
  ...notice, notify_type: "REFUND", trade_state: "REFUND", order_version: "5",
  refund_id: "5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001", out_request_no: "R-2026_0001", refund_fee: "30",
  refund_state: "SUCCESS", refund_origin: "MERCHANT", channel_refund_no: "2026010250000001",
  time_refund: "2026-01-02 12:04:04",
};
const { out_request_no: _n, channel_refund_no: _c, time_end: _t, ...owed } = refund;
const notices = {
  "everything": notice,
  "a refund": refund,
  "a refund that nobody asked for and that failed": {
    ...owed, trade_state: "CLOSED", refund_state: "CLOSED", refund_origin: "LATE_SUCCESS",
  },
  "a field that this version does not know": { ...notice, a_later_field: "50" },
  "mixed case and underscores sort by code point": {
    ...notice, Zeta: "1", zeta: "2", _x: "3", ZETA: "4", z_a: "5", zA: "6",
  },
  "empty values are not signed": { ...notice, attach: "", channel: "" },
  "plus, percent, Chinese and emoji": { ...notice, attach: "1+1 = 100% 茶 🍵\r\n~*" },
};
const { sign_type: _, ...shown } = notice;
for (const name of ["notify_id", "notify_time", "notify_type", "channel", "channel_trade_no",
  "attach", "time_end"]) delete shown[name];
const returned = { ...shown, sign_type: "RSA2" };
const make = ([name, fields]) => {
  const text = content(fields);
  const signature = sign(text, keys.gateway.privateKey);
  return {
    name, fields, content: text, sign: signature,
    form: new URLSearchParams({ ...fields, sign: signature }).toString(),
  };
};
save("notifications.json", { origin, cases: Object.entries(notices).map(make) });
save("returns.json", {
  origin,
  cases: Object.entries({ "a paid order": returned }).map(make).map((one) => ({
    ...one, query: `?order=7&order=8&lang=zh%ZZ&${one.form}`,
  })),
});
const jwk = (name, kid) => {
  const { n, e } = createPublicKey(keys[name].publicKey).export({ format: "jwk" });
  return { kty: "RSA", use: "sig", alg: "RS256", kid, n, e };
};
save("jwks.json", { origin, keys: [jwk("gateway", "gw-1"), jwk("gateway_next", "gw-2")] });
