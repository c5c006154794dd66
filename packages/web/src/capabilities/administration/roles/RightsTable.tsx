import type { Right } from '@marsad/contract/administration/rights.ts';
import { useActionNames } from '../use-action-names.ts';
import { useRightWords } from './RightWords.tsx';
import { actionsByCapability } from './rights.ts';
import { useRoleWords } from './words.ts';

/** The rights of a role in words, by capability. */
export function RightsTable({ rights }: { rights: readonly Right[] }) {
  const { say } = useRoleWords();
  const nameOf = useActionNames();
  const wordsOf = useRightWords();
  if (rights.length === 0) return <p className="adm-hint">{say('noRights')}</p>;
  const groups = [...actionsByCapability(rights)].map(([capability, actions]) => ({
    capability,
    held: actions.flatMap((action) => rights.filter((right) => right.action === action)),
  }));
  return (
    <div className="role-groups">
      {groups
        .filter(({ held }) => held.length > 0)
        .map(({ capability, held }) => (
          <section key={capability} className="ppl-card" aria-label={say(`capability_${capability}`)}>
            <h3>{say(`capability_${capability}`)}</h3>
            <ul className="role-rights">
              {held.map((right) => (
                <li key={JSON.stringify(right)}>
                  <span>{nameOf(right.action)}</span>
                  <span className="role-reach">
                    {wordsOf(right).map((word) => (
                      <bdi key={word}>{word}</bdi>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
