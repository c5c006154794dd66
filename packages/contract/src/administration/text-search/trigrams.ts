/**
 * Returns how alike two normalised texts are, from 0 to 1: the shared three-letter pieces over all of them (Jaccard),
 * with every word padded as PostgreSQL's pg_trgm does, so that both sides order alike.
 */
export function trigramSimilarity(left: string, right: string): number {
  return trigramOverlap(trigrams(left), trigrams(right));
}

/** As {@link trigramSimilarity}, for pieces already cut: one query against many names cuts its own only once. */
export function trigramOverlap(leftPieces: ReadonlySet<string>, rightPieces: ReadonlySet<string>): number {
  if (leftPieces.size === 0 || rightPieces.size === 0) return 0;
  let shared = 0;
  for (const piece of leftPieces) if (rightPieces.has(piece)) shared += 1;
  return shared / (leftPieces.size + rightPieces.size - shared);
}

/** Returns the set of three-letter pieces of a normalised text: two spaces before each word and one after. */
export function trigrams(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) pieces.add(padded.slice(i, i + 3));
  }
  return pieces;
}
