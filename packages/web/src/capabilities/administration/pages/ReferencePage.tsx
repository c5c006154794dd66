import '../administration.css';
import '../reference/reference.css';
import { Button, Switch, Tabs, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/api.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { DispositionsTable } from '../reference/DispositionsTable.tsx';
import { LimitsPart } from '../reference/LimitsPart.tsx';
import { dispositionsOf, groupsOf } from '../reference/narrow.ts';
import { OpenForm, type ReferenceRead } from '../reference/OpenForm.tsx';
import { TypesTable } from '../reference/TypesTable.tsx';
import { type ReferencePlace, useReferencePlace } from '../reference/use-reference-place.ts';
import { useReferenceWords } from '../reference/words.ts';

/** The lists that every form speaks with: incident types in their groups, and dispositions. */
export default function ReferencePage() {
  const { say } = useReferenceWords();
  const { place, set } = useReferencePlace();
  const read = useQuery({
    queryKey: ['administration', 'reference-kept'],
    queryFn: () => api.administration.getReference(),
  });
  return (
    <main className="office">
      <h1>{say('title')}</h1>
      <Tabs value={place.list} onChange={(list) => set({ list: list as ReferencePlace['list'], form: '' })}>
        <Tabs.List>
          <Tabs.Tab value="types">{say('types')}</Tabs.Tab>
          <Tabs.Tab value="dispositions">{say('dispositions')}</Tabs.Tab>
          <Tabs.Tab value="limits">{say('limits')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={place.list}>
          {place.list === 'limits' ? (
            <LimitsPart />
          ) : (
            <>
              <div className="ref-head">
                <TextInput
                  type="search"
                  aria-label={say('find')}
                  placeholder={say('find')}
                  dir="auto"
                  maxLength={100}
                  value={place.words}
                  onChange={(event) => set({ words: event.currentTarget.value }, { replace: true })}
                />
                <Switch
                  size="xs"
                  label={say('outToo')}
                  checked={place.withOut}
                  onChange={(event) => set({ withOut: event.currentTarget.checked })}
                />
                {read.data?.mayChange ? (
                  <Button size="xs" onClick={() => set({ form: 'new' })}>
                    {say(place.list === 'types' ? 'newGroup' : 'newDisposition')}
                  </Button>
                ) : (
                  <span className="adm-hint">{read.data && say('readOnly')}</span>
                )}
              </div>
              <Loaded query={read}>
                {(found) => <List read={found} place={place} open={(form) => set({ form })} />}
              </Loaded>
            </>
          )}
        </Tabs.Panel>
      </Tabs>
      {read.data && <OpenForm read={read.data} place={place} close={() => set({ form: '' })} />}
    </main>
  );
}

function List({ read, place, open }: { read: ReferenceRead; place: ReferencePlace; open(form: string): void }) {
  const { say } = useReferenceWords();
  const { mayChange } = read;
  if (place.list === 'types') {
    const groups = groupsOf(read.types, place);
    if (groups.length > 0) return <TypesTable groups={groups} mayChange={mayChange} open={open} />;
  } else {
    const dispositions = dispositionsOf(read.dispositions, place);
    if (dispositions.length > 0)
      return <DispositionsTable dispositions={dispositions} mayChange={mayChange} open={open} />;
  }
  return <p className="adm-state">{say('none')}</p>;
}
