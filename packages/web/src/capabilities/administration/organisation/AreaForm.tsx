import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import type { UnitRead } from './UnitDetail.tsx';
import { useOrganisationWords } from './words.ts';

// What the server takes in one request is 4 MB; outlines need far less.
const mostBytes = 3_000_000;

/** An outline from a GeoJSON file, from a day on. */
export function AreaForm({ unit, close }: { unit: UnitRead['unit']; close(): void }) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<{ geojson?: unknown; wrong?: 'areaNotJson' | 'areaTooLarge' }>({});
  const [from, setFrom] = useState(() => todayIn(unit.timeZone));
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useCommand(api.administration.putUnitArea, close);
  const take = async (chosen: File | null) => {
    setFile(chosen);
    setRead({});
    if (!chosen) return;
    if (chosen.size > mostBytes) return setRead({ wrong: 'areaTooLarge' });
    try {
      setRead({ geojson: JSON.parse(await chosen.text()) });
    } catch {
      setRead({ wrong: 'areaNotJson' });
    }
  };
  return (
    <FormDialog
      title={say('areaTitle', { name: name(unit) })}
      close={close}
      submit={() => !read.wrong && run({ unitId: unit.unitId, geojson: read.geojson ?? null, from, reason })}
      busy={busy}
      problem={problem}
    >
      <FileInput
        name="geojson"
        label={say('areaFile')}
        placeholder={say('chooseFile')}
        description={say('areaHint')}
        required
        accept=".geojson,.json,application/geo+json,application/json"
        value={file}
        error={read.wrong ? say(read.wrong) : problem?.fields.geojson}
        onChange={take}
      />
      <DayField label={say('from')} name="from" value={from} change={setFrom} problem={problem} />
      <ReasonField value={reason} change={setReason} problem={problem} />
    </FormDialog>
  );
}
