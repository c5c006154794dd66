// Digits as people write them. Keys, call signs and texts stay as they are; only numbers and times are read through here.

/** Returns a text with Arabic-Indic and Persian digits as 0-9, and the Arabic decimal and thousands marks as they are in 1234.5. */
export function plainDigits(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, '')
    .replace(/\u2212/g, '-')
    .replace(/[\u200e\u200f\u00a0]/g, (mark) => (mark === '\u00a0' ? ' ' : ''));
}

/** The number that a text writes, with a point or a single comma before its decimals; NaN for what is none. */
export function numberOf(text: string): number {
  const plain = plainDigits(text).trim();
  if (/^[+-]?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}
