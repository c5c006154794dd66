import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { sentenceOf } from '../../../platform/send.ts';
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
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState(false);
  const [sure, setSure] = useState(false);
  const { encoding, delimiter, sheet, headingRow } = draft ?? {};
  useEffect(() => {
    api.administration.listReference().then(setReference, setProblem);
  }, []);
  useEffect(() => {
    if (from === null) return;
    api.sync.getMapping({ name: from }).then((found) => {
      setDraft(found.mapping as unknown as Draft);
      setKept({ version: found.version, shipped: found.shipped });
      if (found.shipped) setName(`${from}-2`);
    }, setProblem);
  }, [from]);
  useEffect(() => {
    let ended = false;
    api.sync.describeFile({ fileId, encoding, delimiter, sheet, headingRow }).then(
      (found) => {
        if (ended) return;
        setFile(found);
        setDraft((now) => now ?? (from === null ? startFrom(found.guess as Guess) : null));
      },
      (error: unknown) => !ended && setProblem(error),
    );
    return () => {
      ended = true;
    };
  }, [fileId, from, encoding, delimiter, sheet, headingRow]);
  const { judgement, judging, problem: notJudged } = useJudgement(fileId, draft);

  const set = (changes: Partial<Draft>) => {
    setDone(false);
    setDraft((now) => ({ ...now, ...changes }));
  };
  const rename = (next: string) => {
    setDone(false);
    setName(next);
    // Another name is another mapping.
    if (next !== from) setKept({ version: 0, shipped: false });
  };
  const save = async () => {
    if (!draft) return;
    setProblem(null);
    try {
      const mapping = mappingOf(draft, name) as never;
      const { version } = await api.sync.saveMapping({ commandId: uuidv7(), name, version: kept.version, mapping });
      setKept({ version, shipped: false });
      setDone(true);
      saved(name);
    } catch (error) {
      setProblem(error);
    }
  };
  const remove = async () => {
    if (!sure) return setSure(true);
    try {
      await api.sync.deleteMapping({ commandId: uuidv7(), name });
      removed();
    } catch (error) {
      setProblem(error);
    }
  };
  const failure = problem ?? notJudged;
  return (
    <section className="figure mapping-editor" aria-label={say('title')}>
      <div className="run-head">
        <h2>{say('title')}</h2>
        <span className="grow" />
        <button type="button" className="chip" onClick={close}>
          {say('close')}
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
          <Judgement judgement={judgement} judging={judging} />
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
                {say(sure ? 'removeSure' : 'remove')}
              </button>
            )}
            <span className="grow" />
            <Verdict judgement={judgement} />
            {done && <span role="status">{say('saved')}</span>}
          </div>
        </ColumnsContext>
      )}
      {failure !== null && <p role="alert">{sentenceOf(failure, language, sayPage('notReached'))}</p>}
    </section>
  );
}
