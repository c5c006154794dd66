export const leastPasswordCharacters = 12;
export const mostPasswordCharacters = 128;

// What a guesser tries first, among those long enough.
const common = ['password', '123456', 'qwerty', 'azerty', 'iloveyou', 'admin', 'welcome', 'letmein', 'marsad'];

/** Why a new password is refused, as a reason; null when it will do. Long and not to be guessed beats mixed signs. */
export function judgePassword(password: string, userName: string): string | null {
  const characters = [...password];
  if (characters.length < leastPasswordCharacters) return 'password.short';
  if (password.length > mostPasswordCharacters) return 'password.long';
  const plain = password.toLowerCase();
  if (new Set(characters).size < 5) return 'password.simple';
  if (userName.length > 2 && plain.includes(userName.toLowerCase())) return 'password.simple';
  // A common word may be part of a long password, but not most of it.
  const rest = common.reduce((left, word) => left.replaceAll(word, ''), plain).replaceAll(/[\d\W_]/g, '');
  return rest.length < 4 ? 'password.simple' : null;
}
