import type { api } from '../../../platform/api.ts';
import { DispositionForm } from './DispositionForm.tsx';
import { TypeForm } from './TypeForm.tsx';
import type { ReferencePlace } from './use-reference-place.ts';

export type ReferenceRead = Awaited<ReturnType<typeof api.administration.getReference>>;

/** The form that the address names, if it names one that is there. */
export function OpenForm({ read, place, close }: { read: ReferenceRead; place: ReferencePlace; close(): void }) {
  const { list, form } = place;
  if (form === '' || !read.mayChange) return null;
  if (list === 'dispositions') {
    if (form === 'new') return <DispositionForm close={close} />;
    const disposition = read.dispositions.find((one) => String(one.dispositionId) === form);
    return disposition ? <DispositionForm key={form} disposition={disposition} close={close} /> : null;
  }
  if (form === 'new') return <TypeForm close={close} />;
  const group = read.types.find((type) => `in:${type.typeId}` === form && type.parentId === null);
  if (group) return <TypeForm key={form} group={group} close={close} />;
  const type = read.types.find((one) => String(one.typeId) === form);
  return type ? <TypeForm key={form} type={type} close={close} /> : null;
}
