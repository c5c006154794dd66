import type { IncidentChanges } from '@marsad/contract/incidents/change-incident.ts';
import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { useRef, useState } from 'react';
import { outbox } from '../../../platform/offline/outbox.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';

export interface Change {
  busy: boolean;
  problem: string | null;
  /** Who changed which fields since the form was opened; the person decides. */
  conflict: { person: string; fields: readonly string[] } | null;
  send(changes: IncidentChanges, reason: string): void;
  /** Sends what was refused again, over what stands now. */
  insist(): void;
}

/** Sends changes of an incident on the version that they were typed over, so that nobody's change is overwritten unseen. */
export function useChange(detail: IncidentDetail, typedOver: number | null, done: () => void): Change {
  const { t, language } = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Change['conflict']>(null);
  const seen = useRef(typedOver ?? detail.version);
  const last = useRef<{ changes: IncidentChanges; reason: string } | null>(null);
  const perform = async (changes: IncidentChanges, reason: string) => {
    if (busy) return;
    last.current = { changes, reason };
    setBusy(true);
    setProblem(null);
    setConflict(null);
    try {
      await outbox.perform('changeIncident', {
        incidentId: detail.incidentId,
        version: seen.current,
        changes,
        reason: reason.trim() || undefined,
      });
      done();
    } catch (error) {
      const { data } = error as { data?: { reason?: string; parameters?: Record<string, string> } };
      if (data?.reason === 'incident.changed_meanwhile')
        setConflict({ person: data.parameters?.person ?? '', fields: (data.parameters?.fields ?? '').split(', ') });
      else setProblem(sentenceOf(error, language, t('failed')));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    conflict,
    send: perform,
    insist: () => {
      seen.current = detail.version;
      if (last.current) perform(last.current.changes, last.current.reason);
    },
  };
}
