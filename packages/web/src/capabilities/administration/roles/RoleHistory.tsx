import type { OrganisationChange } from '@marsad/contract/administration/organisation-change.ts';
import type { Right } from '@marsad/contract/administration/rights.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/api.ts';
import { personIn } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { useActionNames } from '../use-action-names.ts';
import { useMoments } from '../use-moments.ts';
import { useRightWords } from './RightWords.tsx';
import { rightsChanged } from './rights.ts';
import { isRoleWord, useRoleWords } from './words.ts';

/** What was changed of a role: of its rights, those given and those taken. */
export function RoleHistory({ roleId }: { roleId: number }) {
  const { say, language } = useRoleWords();
  const { moment } = useMoments();
  const query = useQuery({
    queryKey: ['administration', 'role-changes', roleId],
    queryFn: () => api.administration.listRoleChanges({ roleId }),
  });
  return (
    <section className="ppl-card role-history" aria-label={say('history')}>
      <h3>{say('history')}</h3>
      <Loaded query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="adm-hint">{say('noHistory')}</p>
          ) : (
            <ol className="ppl-history">
              {changes.map((change) => (
                <li key={change.changeId}>
                  <b>{wordOf(change.field, say)}</b>
                  <Value change={change} />
                  <small>
                    <bdi>{personIn(language, change.authorNameAr, change.authorNameLatin)}</bdi> ·{' '}
                    <bdi>{moment(change.at)}</bdi>
                    {change.reason && (
                      <>
                        {' · '}
                        <bdi>{change.reason}</bdi>
                      </>
                    )}
                  </small>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function wordOf(field: string, say: ReturnType<typeof useRoleWords>['say']): string {
  const word = `field_${field}`;
  return isRoleWord(word) ? say(word) : field;
}

function Value({ change }: { change: OrganisationChange }) {
  const { say } = useRoleWords();
  if (change.field === 'rights')
    return <RightsChange before={(change.oldValue ?? []) as Right[]} after={(change.newValue ?? []) as Right[]} />;
  if (change.field === 'active') return <span>{say(change.newValue ? 'inUse' : 'retired')}</span>;
  return (
    <span>
      <bdi>{String(change.newValue)}</bdi>
      {change.oldValue !== null && (
        <span className="ppl-was">
          <bdi>{say('was', { value: String(change.oldValue) })}</bdi>
        </span>
      )}
    </span>
  );
}

function RightsChange({ before, after }: { before: Right[]; after: Right[] }) {
  const { say } = useRoleWords();
  const nameOf = useActionNames();
  const wordsOf = useRightWords();
  const { given, taken } = rightsChanged(before, after);
  const lines = (
    [
      ['given', given],
      ['taken', taken],
    ] as const
  ).flatMap(([what, rights]) => rights.map((right) => ({ what, right })));
  return (
    <ul className="role-changed">
      {lines.map(({ what, right }) => (
        <li key={what + JSON.stringify(right)} data-what={what}>
          {say(what)} <bdi>{nameOf(right.action)}</bdi> · <bdi>{wordsOf(right).join(' · ')}</bdi>
        </li>
      ))}
    </ul>
  );
}
