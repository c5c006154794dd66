// The job of an import: the file that was sent, the mapping as it stood then, the rights of who asked as they are now.
import { rm } from 'node:fs/promises';
import { runQuery } from '../../platform/operations/run-query.ts';
import { type Importer, importIncidents, readMapping } from './import-incidents.ts';
import { FileError } from './read/row-error.ts';
import { importFilePath } from './receive-file.ts';
import { findRunForJob } from './runs-store.ts';

/** Returns the task `import`. Cut off by a stop of the server, it goes on at the next start. */
export function runImport(importer: Importer, filesFolder: string) {
  return async (payload: unknown, signal: AbortSignal): Promise<void> => {
    const { importId, personId } = payload as { importId: string; personId: string };
    const person = await importer.runner.directory.findPerson(personId);
    if (!person) return;
    const actor = { ...person, tokenActions: null, sessionId: null, sourceAddress: null };
    const find = () =>
      runQuery(importer.runner, 'import.run', false, actor, importId, async ({ tx }) => findRunForJob(tx, importId));
    const run = await find();
    if (!run?.fileId || (run.status !== 'waiting' && run.status !== 'running')) return;
    const file = importFilePath(filesFolder, run.fileId);
    try {
      await importIncidents(importer, {
        file,
        fileName: run.fileName,
        mapping: readMapping(run.mapping),
        actor,
        dryRun: run.dryRun,
        importId,
        signal,
      });
    } catch (error) {
      // The run says what is wrong with the file; trying again would find the same.
      if (!(error instanceof FileError)) throw error;
    }
    // After a dry run the file stays for the import itself.
    if (!run.dryRun) await rm(file, { force: true });
  };
}
