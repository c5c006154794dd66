import type { Actor, SqlScope } from './actor.ts';
import type { CommandRunner } from './run-command.ts';

/**
 * Returns what runs a command as the act of the system for something that a person asked for while they might, and that
 * person as its actor: named in command, log and story, on no post and from no address. What they may by now is not asked;
 * the command reaches the units given and no further.
 */
export function inTheNameOf(
  runner: CommandRunner,
  personId: string,
  units: number[],
): { runner: CommandRunner; actor: Actor } {
  const scope: SqlScope = { units, pairs: [], ownUnits: [] };
  const directory = {
    ...runner.directory,
    scopeOf: () => scope,
    scopeThroughout: () => scope,
    postsFor: () => [],
    findPerson: (id: string) => runner.directory.findPerson(id),
  };
  const actor: Actor = {
    personId,
    language: 'ar',
    posts: [],
    tokenActions: null,
    sessionId: null,
    sourceAddress: null,
  };
  return { runner: { ...runner, directory }, actor };
}
