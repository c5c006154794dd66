import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Settings } from '../config/settings.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const dayMilliseconds = 86_400_000;

/** Whether the certificate names the host that people type, belongs to its key, and how long it still holds. */
export function checkCertificate({ tls, origin }: Settings, now: Date): Finding {
  if (!tls) return ok('certificate', 'none: plain HTTP');
  const todo =
    'Make one with "marsad tls create --host NAME", set MARSAD_TLS_CERT and MARSAD_TLS_KEY, and start again.';
  try {
    const certificate = new X509Certificate(readFileSync(tls.certFile));
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(tls.keyFile))))
      return fail('certificate', 'the key belongs to another certificate', todo);
    const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
    if (!(isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)))
      return fail('certificate', `it does not name ${host}`, todo);
    const days = Math.floor((Date.parse(certificate.validTo) - now.getTime()) / dayMilliseconds);
    if (Date.parse(certificate.validFrom) > now.getTime())
      return fail('certificate', `holds only from ${certificate.validFrom}`, "Set this machine's clock right.");
    if (days < 0) return fail('certificate', `ended ${-days} day(s) ago`, todo);
    const found = `${host}, for ${days} more day(s)`;
    return days < 30 ? warn('certificate', found, todo) : ok('certificate', found);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'not in PEM';
    return fail('certificate', `cannot be read (${code})`, `Check the paths and who may read them. ${todo}`);
  }
}
