import type { api } from '../../../platform/api.ts';
import type { Draft } from './draft.ts';

export type FileView = Awaited<ReturnType<typeof api.sync.describeFile>>;
export type ColumnView = FileView['columns'][number];

/** What every part of the editor works on: the draft, and a way to change some of it. */
export interface PartProps {
  draft: Draft;
  set(changes: Partial<Draft>): void;
}
