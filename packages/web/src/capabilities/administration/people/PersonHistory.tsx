import type { OrganisationChange } from '@marsad/contract/administration/organisation-change.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../../platform/session.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { useNamedUnits } from '../organisation/use-units.ts';
import { useDays } from '../use-days.ts';
import { useMoments } from '../use-moments.ts';
import { useNamedRoles } from '../use-roles.ts';
import type { PersonRead } from './PersonDetail.tsx';
import { PostDays } from './PersonPosts.tsx';
import { isPeopleWord, usePeopleWords } from './words.ts';

/** What was changed of a person, the newest first: what it became, what it was, who, why. */
export function PersonHistory({ read }: { read: PersonRead }) {
  const { say, language } = usePeopleWords();
  const { session } = useSession();
  const { moment } = useMoments();
  const logAddress: string = '/audit';
  return (
    <section className="ppl-card" aria-label={say('history')}>
      <div className="ppl-card-head">
        <h3>{say('history')}</h3>
        {session.actions.includes('audit.read') && (
          <Link to={logAddress} search={{ subject: read.person.personId } as never}>
            {say('inLog')}
          </Link>
        )}
      </div>
      {read.changes.length === 0 && <p className="adm-hint">{say('noHistory')}</p>}
      <ol className="ppl-history">
        {read.changes.map((change) => (
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
    </section>
  );
}

function wordOf(field: string, say: ReturnType<typeof usePeopleWords>['say']): string {
  const word = `field_${field}`;
  return isPeopleWord(word) ? say(word) : field;
}

function Value({ change }: { change: OrganisationChange }) {
  const { say } = usePeopleWords();
  const text = useValueText();
  if (change.field === 'post') {
    const post = (change.newValue ?? change.oldValue) as StoredPost;
    return (
      <span>
        <bdi>{text(change.field, post)}</bdi> · <PostDays from={post.validFrom} to={post.validTo ?? null} />
      </span>
    );
  }
  const was = text(change.field, change.oldValue);
  return (
    <span>
      <bdi>{text(change.field, change.newValue)}</bdi>
      {was !== '–' && (
        <span className="ppl-was">
          <bdi>{say('was', { value: was })}</bdi>
        </span>
      )}
    </span>
  );
}

interface StoredPost {
  roleId: number;
  unitId: number;
  validFrom: string;
  validTo?: string | null;
}

function useValueText(): (field: string, value: unknown) => string {
  const { say } = usePeopleWords();
  const { name } = useText();
  const { moment } = useMoments();
  const day = useDays();
  const roles = useNamedRoles();
  const units = useNamedUnits();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '–';
    if (field === 'language' && (value === 'ar' || value === 'en' || value === 'fr')) return say(value);
    if (field === 'validTo') return day(String(value));
    if (field === 'lockedAt') return moment(String(value));
    if (field !== 'post') return String(value);
    const { roleId, unitId } = value as StoredPost;
    const role = roles.get(roleId);
    const unit = units.get(unitId);
    return say('atUnit', { role: role ? name(role) : roleId, unit: unit ? name(unit) : unitId });
  };
}
