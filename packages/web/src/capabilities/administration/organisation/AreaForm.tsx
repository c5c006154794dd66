import { FileInput, SegmentedControl } from '@mantine/core';
import { leavesBounds, outlineOf } from '@marsad/contract/administration/units/outline.ts';
import { mostCorners } from '@marsad/contract/administration/units/put-unit-area.ts';
import { useMemo, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import type { DrawnGeometry, Place } from '../../../platform/map/map-types.ts';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { type Language, useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { crossesItself, drawnPolygons, squareKilometres } from './corners.ts';
import { OutlineMap } from './OutlineMap.tsx';
import type { UnitRead } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

// What the server takes in one request is 4 MB; outlines need far less.
const mostBytes = 3_000_000;

interface FromFile {
  name: string;
  geojson?: unknown;
  wrong?: 'areaNotJson' | 'areaTooLarge';
}

/** An area from a day on: from a GeoJSON file or drawn on the map; judged and seen before it is sent. */
export function AreaForm({ unit, close }: { unit: UnitRead['unit']; close(): void }) {
  const { say, language } = useOrganisationWords();
  const { name } = useText();
  const edit = useEdit(
    `unit-area:${unit.unitId}`,
    {
      how: 'file' as 'file' | 'draw',
      corners: [] as Place[],
      from: todayIn(unit.timeZone),
      reason: '',
    },
    unit.version,
  );
  const { how, corners, from, reason } = edit.value;
  const [file, setFile] = useState<FromFile | null>(null);
  const done = () => {
    edit.drop();
    close();
  };
  const { run, busy, problem } = useCommand(api.administration.putUnitArea, done);
  const drawn = useMemo(() => drawnPolygons(corners), [corners]);
  const geojson = how === 'file' ? file?.geojson : corners.length > 2 && { type: 'MultiPolygon', coordinates: drawn };
  const judged = useMemo(() => (geojson ? outlineOf(geojson) : null), [geojson]);
  const outside = judged?.geometry && unit.kind !== 'force' && leavesBounds(judged.geometry, unit.forceBounds);
  const crosses = how === 'draw' && corners.length > 3 && crossesItself(corners);
  const wrong =
    (how === 'file' && file?.wrong && say(file.wrong)) ||
    (judged?.fault && reasonIn(judged.fault, language, { most: mostCorners })) ||
    (outside && reasonIn('area.outside_force', language)) ||
    (crosses && say('areaCrosses')) ||
    null;
  const shown = how === 'draw' ? drawn : ((judged?.geometry?.coordinates ?? []) as unknown as DrawnGeometry);
  const told = judged?.geometry
    ? say('areaTold', {
        corners: judged.positionCount - judged.geometry.coordinates.flat().length,
        parts: judged.geometry.coordinates.length,
        surface: surfaceText(language, squareKilometres(shown)),
      })
    : '';
  return (
    <FormDialog
      title={say('areaTitle', { name: name(unit) })}
      size="xl"
      close={close}
      edit={edit}
      submit={() => run({ unitId: unit.unitId, version: edit.version, geojson, from, reason })}
      busy={busy}
      ready={judged?.geometry !== undefined && wrong === null}
      problem={problem}
    >
      <SegmentedControl
        aria-label={say('areaHow')}
        data={[
          { value: 'file', label: say('areaFromFile') },
          { value: 'draw', label: say('areaDraw') },
        ]}
        value={how}
        onChange={(value) => edit.change({ how: value as 'file' | 'draw' })}
      />
      {how === 'file' && <OutlineFile file={file} take={setFile} error={problem?.fields.geojson} />}
      <OutlineMap
        unit={unit}
        polygons={shown}
        {...(how === 'draw' && { corners, change: (next: Place[]) => edit.change({ corners: next }) })}
      />
      <p className="org-outline-told" role={wrong ? 'alert' : 'status'}>
        {wrong ?? (told || say(how === 'draw' ? 'areaDrawHint' : 'areaHint'))}
      </p>
      <div className="adm-pair">
        <DayField
          label={say('from')}
          name="from"
          description={say('areaDayHint')}
          value={from}
          change={(day) => edit.change({ from: day })}
          problem={problem}
        />
        <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
      </div>
    </FormDialog>
  );
}

const surfaceText = (language: Language, kilometres: number): string =>
  new Intl.NumberFormat(numberLocaleOf(language), { maximumSignificantDigits: 3 }).format(kilometres);

interface OutlineFileProps {
  file: FromFile | null;
  take(file: FromFile | null): void;
  error: string | undefined;
}

/** The GeoJSON file, read in the browser. */
function OutlineFile({ file, take, error }: OutlineFileProps) {
  const { say } = useOrganisationWords();
  const [chosen, setChosen] = useState<File | null>(null);
  const read = async (next: File | null) => {
    setChosen(next);
    take(null);
    if (!next) return;
    if (next.size > mostBytes) return take({ name: next.name, wrong: 'areaTooLarge' });
    try {
      take({ name: next.name, geojson: JSON.parse(await next.text()) });
    } catch {
      take({ name: next.name, wrong: 'areaNotJson' });
    }
  };
  return (
    <FileInput
      name="geojson"
      label={say('areaFile')}
      placeholder={say('chooseFile')}
      required
      data-autofocus
      accept=".geojson,.json,application/geo+json,application/json"
      value={chosen}
      error={file?.wrong ? say(file.wrong) : error}
      onChange={read}
    />
  );
}
