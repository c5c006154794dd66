import { type DragEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { MappingEditor } from '../editor/MappingEditor.tsx';
import { useEditorWords } from '../editor/words.ts';
import { sendFile } from '../send-file.ts';
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
  const [file, setFile] = useState<{ file: File; fileId: string } | null>(null);
  const [share, setShare] = useState(0);
  const [sent, setSent] = useState(false);
  const [preview, setPreview] = useState<PreviewView | null>(null);
  // As it came, put into words where it is shown: a change of language changes the words alone.
  const [problem, setProblem] = useState<unknown>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [revision, setRevision] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved or removed mapping changes the list
  useEffect(() => {
    api.sync.listMappings().then((found) => {
      setMappings(found);
      setMapping((now) => (found.some((one) => one.name === now) ? now : (found[0]?.name ?? '')));
    }, setProblem);
  }, [revision]);
  useEffect(() => {
    if (!file) return;
    const stop = new AbortController();
    setSent(false);
    setShare(0);
    sendFile(file.file, file.fileId, setShare, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setSent(true);
      else setProblem({ data: { reason: answer.reason ?? undefined } });
    });
    return () => stop.abort();
  }, [file]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same name may stand for a changed mapping
  useEffect(() => {
    if (!file || !sent || !mapping) return;
    let ended = false;
    setPreview(null);
    setProblem(null);
    api.sync.previewImport({ fileId: file.fileId, mapping }).then(
      (found) => !ended && setPreview(found),
      (error: unknown) => !ended && setProblem(error),
    );
    return () => {
      ended = true;
    };
  }, [file, sent, mapping, revision]);

  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(null);
    setPreview(null);
    setEditing(undefined);
    setFile({ file: chosen, fileId: uuidv7() });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const start = async (dryRun: boolean) => {
    if (!file) return;
    try {
      await api.sync.startImport({
        commandId: uuidv7(),
        importId: uuidv7(),
        fileId: file.fileId,
        mapping,
        dryRun,
      });
      started();
      if (!dryRun) {
        setFile(null);
        setEditing(undefined);
        setPreview(null);
        if (chooser.current) chooser.current.value = '';
      }
    } catch (error) {
      setProblem(error);
    }
  };
  const about = mappings.find((one) => one.name === mapping)?.about;
  return (
    <section className="figure" aria-label={say('title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div className="import-form" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label>
          {say('file')}
          <span className="file-field">
            <span className="chip">{say('choose')}</span>
            <bdi>{file?.file.name}</bdi>
            <input ref={chooser} type="file" name="file" onChange={(event) => take(event.target.files?.[0])} />
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
      {file && !sent && problem === null && (
        <p>
          {say('sending')} <progress value={share} max={1} aria-label={say('sending')} />
        </p>
      )}
      {file && sent && !editing && (
        <p className="import-editing">
          <button type="button" className="chip" onClick={() => setEditing({ from: mapping })}>
            {sayEditor('edit')}
          </button>{' '}
          <button type="button" className="chip" onClick={() => setEditing({ from: null })}>
            {sayEditor('makeNew')}
          </button>
        </p>
      )}
      {file && editing && (
        <MappingEditor
          key={`${file.fileId} ${editing.from}`}
          fileId={file.fileId}
          fileName={file.file.name}
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
      {problem !== null && !editing && <p role="alert">{sentenceOf(problem, language, say('notReached'))}</p>}
      {preview && !editing && (
        <>
          <Preview preview={preview} />
          <div className="bar">
            <button type="button" className="primary" onClick={() => start(false)}>
              {say('start')}
            </button>
            <button type="button" className="chip" onClick={() => start(true)}>
              {say('dryRun')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
