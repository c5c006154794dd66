import {
  type InvolvedPersonView,
  type InvolvedVehicleView,
  personInvolvement,
  vehicleInvolvement,
} from '@marsad/contract/incidents/involved.ts';
import { type FormEvent, useEffect, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { type RecordWord, useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  kind: 'person' | 'vehicle';
  incidentId: string;
  /** The entry that this one takes the place of. */
  corrected: InvolvedPersonView | InvolvedVehicleView | null;
  busy: boolean;
  write(work: () => Promise<unknown>): Promise<boolean>;
  close(): void;
}

const fields = {
  person: [
    ['name', 'name', 200],
    ['telephone', 'phone', 40],
    ['details', 'details', 2000],
  ],
  vehicle: [
    ['plate', 'plate', 40],
    ['description', 'description', 500],
  ],
} as const satisfies Record<string, readonly (readonly [string, RecordWord, number])[]>;

/**
 * A person or vehicle to write down. What is typed here is restricted: it is kept until the window ends, so that another row
 * looked at costs nothing; what was read of an entry is kept nowhere.
 */
export function InvolvedForm({ kind, incidentId, corrected, busy, write, close }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  const first = useRef<HTMLSelectElement>(null);
  // A repeat after a lost answer is the same entry.
  const ids = useRef({ commandId: uuidv7(), involvedId: uuidv7() });
  const { session } = useSession();
  const began: Record<string, string> = {
    involvement: kind === 'person' ? 'victim' : 'other',
    ...Object.fromEntries(Object.entries(corrected ?? {}).filter(([, one]) => typeof one === 'string')),
    reason: '',
  };
  const key = `involved:${corrected?.involvedId ?? `${incidentId}:${kind}`}`;
  const draft = useDraft(key, session.person.personId, began, { store: sessionStorage });
  const { value } = draft;
  const end = () => {
    draft.drop();
    close();
  };
  useEffect(() => first.current?.focus(), []);
  const change = (name: string, text: string) => {
    ids.current = { commandId: uuidv7(), involvedId: uuidv7() };
    draft.change({ [name]: text });
  };
  const given = (name: string): string | undefined => value[name]?.trim() || undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const common = {
      ...ids.current,
      incidentId,
      ...(corrected && { corrects: corrected.involvedId, reason: given('reason') }),
    };
    const done = await write(() =>
      kind === 'person'
        ? api.incidents.recordPerson({
            ...common,
            involvement: value.involvement as InvolvedPersonView['involvement'],
            name: given('name'),
            telephone: given('telephone'),
            details: given('details'),
          })
        : api.incidents.recordVehicle({
            ...common,
            involvement: value.involvement as InvolvedVehicleView['involvement'],
            plate: given('plate'),
            description: given('description'),
          }),
    );
    if (done) end();
  };
  const ways = kind === 'person' ? personInvolvement.options : vehicleInvolvement.options;
  return (
    <form
      className="inc-form"
      onSubmit={submit}
      autoComplete="off"
      aria-label={tell(kind === 'person' ? 'addPerson' : 'addVehicle')}
    >
      <label>
        {tell('involvement')}
        <select
          ref={first}
          name="involvement"
          value={value.involvement}
          onChange={(event) => change('involvement', event.target.value)}
        >
          {ways.map((one) => (
            <option key={one} value={one}>
              {tell(one)}
            </option>
          ))}
        </select>
      </label>
      {fields[kind].map(([name, word, most]) => (
        <label key={name} className={most > 200 ? 'inc-wide' : undefined}>
          {tell(word)}
          <input
            name={`involved-${name}`}
            value={value[name] ?? ''}
            maxLength={most}
            dir={name === 'telephone' ? 'ltr' : 'auto'}
            inputMode={name === 'telephone' ? 'tel' : undefined}
            autoComplete="off"
            onChange={(event) => change(name, event.target.value)}
          />
        </label>
      ))}
      {corrected && (
        <label className="inc-wide">
          {say('reason')}
          <input
            name="involved-reason"
            value={value.reason}
            maxLength={1000}
            dir="auto"
            autoComplete="off"
            required
            onChange={(event) => change('reason', event.target.value)}
          />
        </label>
      )}
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy}>
          {say('save')}
        </button>
        <button type="button" className="chip" onClick={end}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
