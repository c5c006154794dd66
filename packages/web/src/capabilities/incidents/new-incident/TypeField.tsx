import { type RefObject, useMemo, useState } from 'react';
import { useText } from '../../../platform/text.ts';
import { Glyph } from '../board/Glyph.tsx';
import type { TypeView } from '../reference.ts';
import { matching } from './matching.ts';
import { useListbox } from './use-listbox.ts';
import { useFormText } from './words.ts';

interface Props {
  types: readonly TypeView[];
  value: string;
  typeId: number | undefined;
  field: RefObject<HTMLInputElement | null>;
  type(value: string): void;
  take(type: TypeView): void;
  /** Enter when nothing is left to choose here. */
  next(): void;
}

const most = 7;

/** The type by code or words in any language: the best match is taken by Tab or Enter, another by the arrows. */
export function TypeField({ types, value, typeId, field, type, take, next }: Props) {
  const { t, name } = useText();
  const text = useFormText();
  const [left, setLeft] = useState(false);
  const found = useMemo(
    () => (value && typeId === undefined ? matching(types, value).slice(0, most) : []),
    [types, value, typeId],
  );
  const choose = (index: number) => {
    const option = found[index];
    if (option) take(option);
  };
  const list = useListbox(found.length, 0, choose);
  const unknown = left && value !== '' && typeId === undefined;
  const chosen = types.find((one) => one.typeId === typeId);
  return (
    <div className="nif-field">
      <label htmlFor="nif-type">{t('type')}</label>
      <div className="nif-input">
        <input
          id="nif-type"
          name="type"
          ref={field}
          value={value}
          placeholder={text('typeHint')}
          autoComplete="off"
          required
          role="combobox"
          aria-expanded={list.open}
          aria-controls={list.open ? list.listId : undefined}
          aria-activedescendant={list.active >= 0 ? list.optionId(list.active) : undefined}
          aria-autocomplete="list"
          aria-invalid={unknown}
          aria-describedby={unknown ? 'nif-type-problem' : undefined}
          dir="auto"
          onChange={(event) => {
            type(event.target.value);
            setLeft(false);
            list.show();
          }}
          onKeyDown={(event) => {
            if (list.press(event)) {
              if (event.key === 'Enter') next();
            } else if (event.key === 'Enter') {
              event.preventDefault();
              next();
            }
          }}
          onBlur={() => {
            // Leaving takes the best match, as Tab does: a hand that goes on by other ways means it too.
            if (list.open && list.active >= 0) choose(list.active);
            else if (typeId === undefined && found[0]) choose(0);
            setLeft(true);
            list.hide();
          }}
        />
        {chosen && (
          <span className="nif-chosen">
            <Glyph priority={chosen.priority} quiet />
            <bdi>{chosen.aliases[0] ?? chosen.code}</bdi>
          </span>
        )}
      </div>
      {list.open && (
        <div className="found nif-list" id={list.listId} role="listbox" aria-label={text('types')}>
          {found.map((option, index) => (
            <div
              key={option.typeId}
              id={list.optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === list.active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(index);
                list.hide();
                next();
              }}
            >
              <Glyph priority={option.priority} quiet /> {name(option)}{' '}
              <bdi className="nif-code">{option.aliases[0]}</bdi>
            </div>
          ))}
        </div>
      )}
      {unknown && (
        <p id="nif-type-problem" className="nif-problem">
          {t('unknownType')}
        </p>
      )}
    </div>
  );
}
