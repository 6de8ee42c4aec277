// Verifies a notification with alipay-sdk. In: {"publicKey": base64, "form": raw body}; out: true or false.
import { text } from 'node:stream/consumers';
import { AlipaySdk } from 'alipay-sdk';

const { publicKey, form } = JSON.parse(await text(process.stdin));
const sdk = new AlipaySdk({
  appId: 'verifies-only',
  privateKey: 'unused',
  alipayPublicKey: publicKey,
  signType: 'RSA2',
});
const fields = Object.fromEntries(new URLSearchParams(form));
process.stdout.write(String(sdk.checkNotifySignV2(fields)));
