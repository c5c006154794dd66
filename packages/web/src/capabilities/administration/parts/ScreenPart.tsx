import { SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import { useAppearance } from '../../../app/appearance.ts';
import { chooseDigits, chosenDigits, type Digits } from '../../../platform/digits.ts';
import { useSession } from '../../../platform/session.ts';
import { type AccountWord, useAccountWords } from '../account-words.ts';

/** How this screen looks to its person: language, light, and the digits of Arabic. */
export function ScreenPart() {
  const { say } = useAccountWords();
  const { session } = useSession();
  const { language, theme, setLanguage, setTheme } = useAppearance();
  // The page is written anew with other digits, and finds the choice again there.
  const [digits] = useState(chosenDigits);
  return (
    <section className="account-part" aria-label={say('screen')}>
      <h2>{say('screen')}</h2>
      <Choice
        word="language"
        value={language}
        change={setLanguage}
        options={[
          ['ar', 'العربية'],
          ['en', 'English'],
          ['fr', 'Français'],
        ]}
      />
      <Choice
        word="light"
        value={theme}
        change={setTheme}
        options={[
          ['dark', say('lightDark')],
          ['light', say('lightLight')],
        ]}
      />
      <Choice
        word="digits"
        hint="digitsHint"
        value={digits}
        change={(next: Digits) => chooseDigits(session.person.personId, next)}
        options={[
          ['western', '0123'],
          ['eastern', '٠١٢٣'],
        ]}
      />
      <p className="account-hint">{say('screenHint')}</p>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  word: AccountWord;
  hint?: AccountWord;
  value: Value;
  options: readonly (readonly [Value, string])[];
  change(next: Value): void;
}

function Choice<Value extends string>({ word, hint, value, options, change }: ChoiceProps<Value>) {
  const { say } = useAccountWords();
  const id = useId();
  return (
    <div className="account-choice">
      <span>{say(word)}</span>
      <SegmentedControl
        aria-label={say(word)}
        aria-describedby={hint && id}
        value={value}
        onChange={(next) => change(next as Value)}
        data={options.map(([option, label]) => ({ value: option, label: <bdi>{label}</bdi> }))}
      />
      {hint && (
        <p id={id} className="account-hint">
          {say(hint)}
        </p>
      )}
    </div>
  );
}
