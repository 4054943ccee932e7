import { createSign, generateKeyPairSync } from 'node:crypto';

/** A key and a certificate for it that nobody but itself vouches for. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

/** One value in DER: its tag, its length, its content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** ecdsa-with-SHA256. */
const ALGORITHM = sequence(der(0x06, bytes('2a8648ce3d040302')));

/** Makes a certificate for `host` (X.509, version 1), for a year or two around now. */
export function selfSigned(host: string): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(der(0x06, bytes('550403')), der(0x0c, Buffer.from(host)))));
  const year = (offset: number): Buffer =>
    der(0x18, Buffer.from(`${new Date().getUTCFullYear() + offset}0101000000Z`));
  const content = sequence(
    der(0x02, bytes('01')),
    ALGORITHM,
    name,
    sequence(year(-1), year(2)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(content).sign(privateKey);
  const certificate = sequence(content, ALGORITHM, der(0x03, bytes('00'), signature));
  const cert = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
