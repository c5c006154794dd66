import { type DragEvent, useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { MappingEditor } from '../editor/MappingEditor.tsx';
import { useEditorWords } from '../editor/words.ts';
import { useSentFile } from '../use-sent-file.ts';
import { useStart } from '../use-start.ts';
import { useWords } from '../words.ts';
import { Preview, type PreviewView } from './Preview.tsx';

type Mapping = Awaited<ReturnType<typeof api.sync.listMappings>>[number];

/** A file and its mapping, what the first rows become, and the start: for trial or in earnest. */
export function NewImport({ started }: { started(): void }) {
  const { say, language } = useWords();
  const { say: sayEditor } = useEditorWords();
  // What the editor is open on: a mapping by name, or null for a new one from the file.
  const [editing, setEditing] = useState<{ from: string | null } | undefined>();
  const [mappings, setMappings] = useState<Mapping[]>([]);
  const [mapping, setMapping] = useState('');
  const { chosen, arrived, share, problem: notSent, take, again, drop } = useSentFile();
  const { start, busy, problem: notStarted, forget } = useStart();
  const [preview, setPreview] = useState<PreviewView | null>(null);
  // As it came, put into words where it is shown: a change of language changes the words alone.
  const [notRead, setNotRead] = useState<unknown>(null);
  const [revision, setRevision] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved or removed mapping changes the list
  useEffect(() => {
    api.sync.listMappings().then((found) => {
      setMappings(found);
      setMapping((now) => (found.some((one) => one.name === now) ? now : (found[0]?.name ?? '')));
    }, setNotRead);
  }, [revision]);
  const sent = chosen !== null && arrived === chosen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same name may stand for a changed mapping
  useEffect(() => {
    setPreview(null);
    setNotRead(null);
    forget();
    if (!sent || !mapping) return;
    let ended = false;
    api.sync.previewImport({ fileId: chosen.fileId, mapping }).then(
      (found) => !ended && setPreview(found),
      (error: unknown) => !ended && setNotRead(error),
    );
    return () => {
      ended = true;
    };
  }, [chosen, sent, mapping, revision]);

  const begin = async (dryRun: boolean) => {
    if (!chosen || !(await start({ fileId: chosen.fileId, mapping, dryRun }))) return;
    started();
    if (!dryRun) drop();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  };
  const about = mappings.find((one) => one.name === mapping)?.about;
  const problem = notSent ?? notRead ?? notStarted;
  return (
    <section className="figure" aria-label={say('title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div className="import-form" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <label>
          {say('file')}
          <span className="file-field">
            <span className="chip">{say('choose')}</span>
            <bdi>{chosen?.file.name}</bdi>
            <input
              type="file"
              name="file"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                if (file) take(file);
                // The same file, mended meanwhile, may be chosen once more.
                currentTarget.value = '';
              }}
            />
          </span>
          <span className="sub">{say('fileHint')}</span>
        </label>
        <label>
          {say('mapping')}
          <select name="mapping" value={mapping} onChange={(event) => setMapping(event.target.value)}>
            {mappings.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </select>
          {about && <span className="sub">{about[language]}</span>}
        </label>
      </div>
      {chosen && !sent && notSent === null && (
        <p>
          {say('sending')} <progress value={share} max={1} aria-label={say('sending')} />
        </p>
      )}
      {sent && !editing && (
        <p className="import-editing">
          <button type="button" className="chip" onClick={() => setEditing({ from: mapping })}>
            {sayEditor('edit')}
          </button>{' '}
          <button type="button" className="chip" onClick={() => setEditing({ from: null })}>
            {sayEditor('makeNew')}
          </button>
        </p>
      )}
      {arrived && editing && (
        // Another file does not end it: what was said of the mapping holds, and is judged on the new rows.
        <MappingEditor
          key={editing.from}
          fileId={arrived.fileId}
          fileName={arrived.file.name}
          from={editing.from}
          saved={(name) => {
            setMapping(name);
            setRevision((now) => now + 1);
          }}
          removed={() => {
            setEditing(undefined);
            setRevision((now) => now + 1);
          }}
          close={() => setEditing(undefined)}
        />
      )}
      {problem !== null && (!editing || notSent !== null) && (
        <p role="alert">
          {sentenceOf(problem, language, say('notReached'))}{' '}
          {notSent !== null && (
            <button type="button" className="chip" onClick={again}>
              {say('again')}
            </button>
          )}
        </p>
      )}
      {preview && !editing && (
        <>
          <Preview preview={preview} />
          <div className="bar">
            <button type="button" className="primary" disabled={busy} onClick={() => begin(false)}>
              {say('start')}
            </button>
            <button type="button" className="chip" disabled={busy} onClick={() => begin(true)}>
              {say('dryRun')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
