import { expect, test } from 'vitest';
import { totp } from './totp.ts';

// Appendix B of RFC 6238 gives eight digits; six are their end. The secret is the ASCII text 12345678901234567890.
test('the values of RFC 6238, appendix B', () => {
  const uri = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const values: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ];
  for (const [seconds, code] of values) expect(totp(uri, seconds * 1000)).toBe(code);
});
