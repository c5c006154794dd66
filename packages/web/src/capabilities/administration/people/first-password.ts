// No letter or digit that is taken for another when it is read from paper: no l, o, i, 0, 1.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupSigns = 4;

/** A password to hand over: four groups of four signs, 79 bits from the browser's own source. */
export function firstPassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const chosen: string[] = [];
  while (chosen.length < groups * groupSigns) {
    for (const byte of random(new Uint8Array(32))) {
      // Bytes past the last whole run of signs are left out: else some signs come more often.
      const sign = byte < signs.length * 8 ? signs[byte % signs.length] : undefined;
      if (sign !== undefined && chosen.length < groups * groupSigns) chosen.push(sign);
    }
  }
  return Array.from({ length: groups }, (_none, group) =>
    chosen.slice(group * groupSigns, (group + 1) * groupSigns).join(''),
  ).join('-');
}

/** A user name from a name in Latin letters: `Élie El-Achkar` gives `elie.elachkar`. */
export function suggestedUserName(nameLatin: string): string {
  const words = nameLatin
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  return words.join('.').slice(0, 30).replace(/\.$/, '');
}
