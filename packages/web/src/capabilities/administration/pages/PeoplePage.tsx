import '../administration.css';
import '../people.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { NewPersonForm } from '../people/NewPersonForm.tsx';
import { type Handed, HandOver } from '../people/PasswordField.tsx';
import { PeopleList } from '../people/PeopleList.tsx';
import { PersonDetail } from '../people/PersonDetail.tsx';
import { usePeopleWords } from '../people/words.ts';

/** The people of the force beside the one chosen. `/people/<id>` is a person; the conditions of the list stand after `?`. */
export default function PeoplePage() {
  const { say } = usePeopleWords();
  const navigate = useNavigate();
  const { personId } = useParams({ strict: false }) as { personId?: string };
  const [adding, setAdding] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const listAddress: string = '/people';
  return (
    <main className="ppl-page" data-chosen={personId !== undefined || undefined}>
      <PeopleList chosen={personId} add={() => setAdding(true)} />
      <div className="ppl-detail">
        {personId === undefined ? (
          <p className="adm-state">{say('choosePerson')}</p>
        ) : (
          <>
            <Link to={listAddress} search={true as never} className="ppl-back">
              {say('back')}
            </Link>
            <PersonDetail key={personId} personId={personId} />
          </>
        )}
      </div>
      {adding && (
        <NewPersonForm
          close={() => setAdding(false)}
          made={(id, given) => {
            setAdding(false);
            setHanded(given);
            navigate({ to: `/people/${id}` as string });
          }}
        />
      )}
      {handed && <HandOver handed={handed} close={() => setHanded(null)} />}
    </main>
  );
}
