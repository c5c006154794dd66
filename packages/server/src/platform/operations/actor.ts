/** The scope of one action for one person, ready for SQL: whole units (forces, rooms, stations), unit-type pairs, and units where only own records count. */
export interface SqlScope {
  units: number[];
  /** unit_id << 32 | type_id, as decimal text. */
  pairs: string[];
  ownUnits: number[];
}

/** What everybody signed in may do with themselves: their session, language, inbox, and their means of signing in. */
export const selfActions: ReadonlySet<string> = new Set(['session.self', 'account.self']);

export const emptyScope: SqlScope = { units: [], pairs: [], ownUnits: [] };

export function isEmptyScope(scope: SqlScope): boolean {
  return scope.units.length === 0 && scope.pairs.length === 0 && scope.ownUnits.length === 0;
}

export interface ActorPost {
  postId: string;
  roleId: number;
  unitId: number;
  /** Local dates, both inclusive; null has no end. */
  validFrom: string;
  validTo: string | null;
}

/** The person behind a request, resolved once: who, on which posts, in which language they read. */
export interface Actor {
  personId: string;
  language: 'ar' | 'en' | 'fr';
  posts: readonly ActorPost[];
  /** Set for a program's token: it may only do these, or all its person may when null. */
  tokenActions: readonly string[] | null;
  /** The program's token; absent when the person is there themselves. */
  tokenId?: string;
  /** A second factor is demanded of one of their posts and they have none yet: they may do nothing but turn it on. */
  mustEnrol?: boolean;
  /** Their password was set by an administrator: until they have chosen their own they may do nothing at all. */
  mustChoosePassword?: boolean;
  sessionId: string | null;
  /** The post that their screen says they act from; judged where something is done or looked at. */
  actingPostId?: string;
  /** Where from, for the log: a network address, `terminal` for the machine's own; null for a job. */
  sourceAddress: string | null;
}

/** Answers what a person may reach. Filled in by administration, so that the platform knows no organisation. */
export interface Directory {
  /** The scope of an action at a moment (posts begin and end); an empty scope means the action is refused. */
  scopeOf(actor: Actor, action: string, at: Date): SqlScope;
  /** Where an action reaches at both of two moments: what was lost or won between them is not in it. */
  scopeThroughout(actor: Actor, action: string, from: Date, to: Date): SqlScope;
  /** All their posts at a moment, the longest held first. */
  postsAt(actor: Pick<Actor, 'posts'>, at: Date): ActorPost[];
  /** Their posts that give the action at a moment, the one to name in the log first; none for what is everybody's own. */
  postsFor(actor: Actor, action: string, at: Date): ActorPost[];
  /** The person of that id in service with their posts, or null; cached for a moment, renewed when posts change. */
  findPerson(personId: string): Promise<Pick<Actor, 'personId' | 'language' | 'posts'> | null>;
}
