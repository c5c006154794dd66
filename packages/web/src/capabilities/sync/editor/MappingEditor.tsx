import { isTimeZone } from '@marsad/contract/sync/mapping.ts';
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { zoneIn } from '../../../platform/own-zone.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useSession } from '../../../platform/session.ts';
import { useWords } from '../words.ts';
import { BelongingPart } from './BelongingPart.tsx';
import { type Draft, type Guess, mappingOf, nameFrom, startFrom } from './draft.ts';
import { ColumnsContext, TextField } from './fields.tsx';
import { Judgement, Verdict } from './Judgement.tsx';
import { KindsPart } from './KindsPart.tsx';
import type { FileView } from './part-props.ts';
import { ReadingPart } from './ReadingPart.tsx';
import { ResponsePart, TimesPart } from './TimesPart.tsx';
import { useJudgement } from './use-judgement.ts';
import { WherePart } from './WherePart.tsx';
import { useEditorWords } from './words.ts';

interface Props {
  fileId: string;
  fileName: string;
  /** The mapping to begin with; the file's own heading when null. */
  from: string | null;
  saved(name: string): void;
  removed(): void;
  close(): void;
}
type Reference = Awaited<ReturnType<typeof api.administration.listReference>>;

/** Makes or changes a mapping beside the file it is for: each change is judged on the first rows at once. */
export function MappingEditor({ fileId, fileName, from, saved, removed, close }: Props) {
  const { say, language } = useEditorWords();
  const { say: sayPage } = useWords();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [name, setName] = useState(from ?? nameFrom(fileName));
  const [kept, setKept] = useState({ version: 0, shipped: false });
  const [file, setFile] = useState<FileView | null>(null);
  const [reference, setReference] = useState<Reference | null>(null);
  // What could not be read, and why the last saving or removing was refused: each goes when it is mended.
  const [notRead, setNotRead] = useState<Partial<Record<'lists' | 'mapping' | 'file', unknown>>>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [state, setState] = useState<'begun' | 'changed' | 'saved'>('begun');
  const [sure, setSure] = useState<'remove' | 'close' | null>(null);
  const timeZone = zoneIn(useSession());
  const { encoding, delimiter, sheet, headingRow } = draft ?? {};
  useEffect(() => {
    api.administration.listReference().then(setReference, (lists: unknown) => setNotRead((now) => ({ ...now, lists })));
  }, []);
  useEffect(() => {
    if (from === null) return;
    api.sync.getMapping({ name: from }).then(
      (found) => {
        setDraft(found.mapping as unknown as Draft);
        setKept({ version: found.version, shipped: found.shipped });
        if (found.shipped) setName(`${from}-2`);
      },
      (mapping: unknown) => setNotRead((now) => ({ ...now, mapping })),
    );
  }, [from]);
  useEffect(() => {
    let ended = false;
    api.sync.describeFile({ fileId, encoding, delimiter, sheet, headingRow }).then(
      (found) => {
        if (ended) return;
        setFile(found);
        setNotRead(({ file: _mended, ...now }) => now);
        setDraft((now) => now ?? (from === null ? startFrom(found.guess as Guess, timeZone) : null));
      },
      (file: unknown) => !ended && setNotRead((now) => ({ ...now, file })),
    );
    return () => {
      ended = true;
    };
  }, [fileId, from, timeZone, encoding, delimiter, sheet, headingRow]);
  const { judgement, judging, problem: notJudged } = useJudgement(fileId, draft);

  const changed = () => {
    setState('changed');
    setRefused(null);
    setSure(null);
  };
  const set = (changes: Partial<Draft>) => {
    changed();
    setDraft((now) => ({ ...now, ...changes }));
  };
  const rename = (next: string) => {
    changed();
    setName(next);
    // Another name is another mapping.
    if (next !== from) setKept({ version: 0, shipped: false });
  };
  const save = async () => {
    if (!draft) return;
    setRefused(null);
    try {
      const mapping = mappingOf(draft, name) as never;
      const { version } = await api.sync.saveMapping({ commandId: uuidv7(), name, version: kept.version, mapping });
      setKept({ version, shipped: false });
      setState('saved');
      saved(name);
    } catch (error) {
      setRefused(error);
    }
  };
  const remove = async () => {
    if (sure !== 'remove') return setSure('remove');
    try {
      await api.sync.deleteMapping({ commandId: uuidv7(), name });
      removed();
    } catch (error) {
      setRefused(error);
    }
  };
  const leave = () => (state !== 'changed' || sure === 'close' ? close() : setSure('close'));
  const failure = notRead.file ?? notRead.mapping ?? notRead.lists ?? refused ?? notJudged;
  return (
    <section className="figure mapping-editor" aria-label={say('title')}>
      <div className="run-head">
        <h2>{say('title')}</h2>
        <span className="grow" />
        <button type="button" className={sure === 'close' ? 'chip late' : 'chip'} onClick={leave}>
          {say(sure === 'close' ? 'closeSure' : 'close')}
        </button>
      </div>
      {draft && file && (
        <ColumnsContext value={file.columns.map((one) => one.name)}>
          <div className="mapping-grid">
            <TextField word="name" hint="nameHint" dir="ltr" value={name} change={rename} />
            <TextField
              word="about"
              value={draft.about?.[language]}
              change={(text) => set({ about: { ...draft.about, [language]: text } })}
            />
          </div>
          {kept.shipped && <p className="sub">{say('shippedNote')}</p>}
          <ReadingPart draft={draft} set={set} />
          <TimesPart draft={draft} set={set} />
          <ResponsePart draft={draft} set={set} />
          <KindsPart draft={draft} set={set} columns={file.columns} reference={reference} />
          <WherePart draft={draft} set={set} />
          <BelongingPart draft={draft} set={set} />
          <Judgement
            judgement={judgement}
            judging={judging} // While a zone is being typed it is none.
            timeZone={isTimeZone(draft.timeZone ?? '') ? (draft.timeZone ?? '') : timeZone}
          />
          <div className="bar">
            <button type="button" className="primary" disabled={judgement?.faults.length !== 0} onClick={save}>
              {say('save')}
            </button>
            <a
              className="chip"
              download={`${name}.json`}
              href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(mappingOf(draft, name), null, 2))}`}
            >
              {say('takeOut')}
            </a>
            {kept.version > 0 && (
              <button type="button" className="chip" onClick={remove}>
                {say(sure === 'remove' ? 'removeSure' : 'remove')}
              </button>
            )}
            <span className="grow" />
            <Verdict judgement={judgement} />
            {state === 'saved' && <span role="status">{say('saved')}</span>}
          </div>
        </ColumnsContext>
      )}
      {failure != null && <p role="alert">{sentenceOf(failure, language, sayPage('notReached'))}</p>}
    </section>
  );
}
