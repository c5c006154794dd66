import { DayField } from '../forms/fields.tsx';
import type { Problem } from '../forms/use-command.ts';
import { usePersonFormWords } from './form-words.ts';
import { RolePicker, UnitPicker } from './pickers.tsx';
import { usePeopleWords } from './words.ts';

/** A post as it is typed; empty text is what was not chosen. */
export interface TypedPost {
  roleId: string;
  unitId: string;
  validFrom: string;
  validTo: string;
}

export const emptyPost = (today: string): TypedPost => ({ roleId: '', unitId: '', validFrom: today, validTo: '' });

/** The post as the operation takes it; null while something of it is missing. */
export function givenPost(post: TypedPost) {
  if (post.roleId === '' || post.unitId === '' || post.validFrom === '') return null;
  return {
    roleId: Number(post.roleId),
    unitId: Number(post.unitId),
    validFrom: post.validFrom,
    validTo: post.validTo === '' ? null : post.validTo,
  };
}

interface PostFieldsProps {
  value: TypedPost;
  change(post: TypedPost): void;
  problem: Problem | null;
  /** It was sent with something missing: say what. */
  asked: boolean;
}

/** Role, unit, first and last day of a post. */
export function PostFields({ value, change, problem, asked }: PostFieldsProps) {
  const { say } = usePeopleWords();
  const { say: formSay } = usePersonFormWords();
  const missing = (field: 'roleId' | 'unitId') => (asked && value[field] === '' ? formSay('missing') : undefined);
  const wrong = (field: keyof TypedPost) => problem?.fields[field] ?? problem?.fields[`post.${field}`];
  return (
    <>
      <div className="adm-pair">
        <RolePicker
          name="roleId"
          label={say('role')}
          placeholder={formSay('chooseRole')}
          required
          value={value.roleId}
          error={wrong('roleId') ?? missing('roleId')}
          change={(roleId) => change({ ...value, roleId })}
        />
        <UnitPicker
          name="unitId"
          label={say('unit')}
          placeholder={formSay('chooseUnit')}
          required
          value={value.unitId}
          error={wrong('unitId') ?? missing('unitId')}
          change={(unitId) => change({ ...value, unitId })}
        />
      </div>
      <div className="adm-pair">
        <DayField
          label={say('firstDay')}
          name="validFrom"
          value={value.validFrom}
          change={(validFrom) => change({ ...value, validFrom })}
          problem={problem}
        />
        <DayField
          label={say('lastDayOptional')}
          name="validTo"
          required={false}
          value={value.validTo}
          change={(validTo) => change({ ...value, validTo })}
          problem={problem}
        />
      </div>
    </>
  );
}
