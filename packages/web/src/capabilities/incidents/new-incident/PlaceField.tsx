import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { type RefObject, useState } from 'react';
import { type Language, useText } from '../../../platform/text.ts';
import { placeTextOf } from './place-text.ts';
import { type ChosenPlace, chosenOf } from './typed.ts';
import { useListbox } from './use-listbox.ts';
import { usePlaces } from './use-places.ts';
import { distanceWords, useFormText } from './words.ts';

interface Props {
  roomId: number;
  personId: string;
  value: string;
  chosen: ChosenPlace | undefined;
  field: RefObject<HTMLInputElement | null>;
  type(value: string): void;
  /** With a place, `text` is what the field says from now on. */
  choose(place: ChosenPlace | undefined, text?: string): void;
  /** Whether the type asks for a position before it is closed. */
  needed: boolean;
  /** Down where there is nothing to choose here: to the likely duplicates. */
  down(): void;
}

const labelOf = (place: PlaceView, language: Language): string =>
  (language === 'ar' ? place.nameAr : language === 'fr' ? (place.nameFr ?? place.nameEn) : place.nameEn) ??
  place.names[0] ??
  '';

/** The place as it is told, with places the gazetteer knows: taking one gives the position, taking none leaves it empty. */
export function PlaceField({ roomId, personId, value, chosen, field, type, choose, needed, down }: Props) {
  const { t, language } = useText();
  const text = useFormText();
  const [left, setLeft] = useState(false);
  const { places, offline } = usePlaces(roomId, personId, chosen ? '' : value);
  const take = (index: number) => {
    const place = places[index];
    if (!place) return;
    const label = labelOf(place, language);
    const { named, text: said } = placeTextOf(place, label, value);
    choose(chosenOf(place, label, named), said);
  };
  const list = useListbox(places.length, -1, take);
  const missing = left && value.trim() === '';
  return (
    <div className="nif-field">
      <label htmlFor="nif-place">
        {t('place')} {needed && <span className="nif-needed">{text('neededToClose')}</span>}
      </label>
      <input
        id="nif-place"
        name="place"
        ref={field}
        value={value}
        placeholder={text('placeHint')}
        autoComplete="off"
        dir="auto"
        required
        maxLength={300}
        role="combobox"
        aria-expanded={list.open}
        aria-controls={list.open ? list.listId : undefined}
        aria-activedescendant={list.active >= 0 ? list.optionId(list.active) : undefined}
        aria-autocomplete="list"
        aria-invalid={missing}
        aria-describedby={missing ? 'nif-place-problem' : 'nif-position'}
        onChange={(event) => {
          type(event.target.value);
          setLeft(false);
          list.show();
        }}
        onKeyDown={(event) => {
          if (!list.press(event) && event.key === 'ArrowDown') {
            event.preventDefault();
            down();
          }
        }}
        onBlur={() => {
          setLeft(true);
          list.hide();
        }}
      />
      {list.open && (
        <div className="nif-list nif-places" id={list.listId} role="listbox" aria-label={text('places')}>
          {places.map((place, index) => (
            <div
              key={place.placeId}
              id={list.optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === list.active}
              onMouseDown={(event) => {
                event.preventDefault();
                take(index);
                list.hide();
              }}
            >
              <bdi>{labelOf(place, language)}</bdi>
              {place.nameAr && place.nameAr !== labelOf(place, language) && (
                <bdi className="nif-other" lang="ar">
                  {place.nameAr}
                </bdi>
              )}
              {language === 'ar' && place.nameEn && place.nameEn !== labelOf(place, language) && (
                <bdi className="nif-other">{place.nameEn}</bdi>
              )}
              <span className="nif-code">
                {place.own ? text('own') : `± ${distanceWords(text, place.radiusMetres)}`}
              </span>
            </div>
          ))}
        </div>
      )}
      <p id="nif-position" className="nif-hint">
        {chosen ? (
          <>
            <span className="nif-pin" aria-hidden="true" />
            <bdi>{chosen.label}</bdi> · {text('around')} <bdi>{distanceWords(text, chosen.radiusMetres)}</bdi>{' '}
            <button type="button" className="nif-link" tabIndex={-1} onClick={() => choose(undefined)}>
              {text('dropPlace')}
            </button>
          </>
        ) : (
          value.trim() !== '' && (offline ? text('placesOffline') : text('noPosition'))
        )}
      </p>
      {missing && (
        <p id="nif-place-problem" className="nif-problem">
          {text('placeNeeded')}
        </p>
      )}
    </div>
  );
}
