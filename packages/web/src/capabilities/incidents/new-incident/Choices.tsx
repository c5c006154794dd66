import { Glyph } from '../board/Glyph.tsx';
import { useBoardText } from '../board/words.ts';
import { type Channel, channels, type Typed } from './typed.ts';
import { useFormText } from './words.ts';

interface Props {
  typed: Typed;
  /** The priority of the chosen type, where none was set. */
  ofType: number | undefined;
  change(more: Partial<Typed>): void;
}

/** Priority (Alt with 1 to 4 from anywhere in the form) and channel (Alt with 5 goes to the next). */
export function Choices({ typed, ofType, change }: Props) {
  const text = useFormText();
  const board = useBoardText();
  const priority = typed.priority ?? ofType;
  const channel = typed.channel ?? 'telephone';
  return (
    <div className="nif-choices">
      <fieldset>
        <legend>
          {text('priority')} <kbd>Alt</kbd> <kbd>1–4</kbd>
        </legend>
        {[1, 2, 3, 4].map((one) => (
          <label key={one} className="nif-choice">
            <input type="radio" name="priority" checked={priority === one} onChange={() => change({ priority: one })} />
            <Glyph priority={one} quiet />
            {board(`p${one}` as 'p1')}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>
          {text('channel')} <kbd>Alt</kbd> <kbd>5</kbd>
        </legend>
        {channels.map((one) => (
          <label key={one} className="nif-choice">
            <input type="radio" name="channel" checked={channel === one} onChange={() => change({ channel: one })} />
            {text(one)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

export const nextChannel = (channel: Channel | undefined): Channel =>
  channels[(channels.indexOf(channel ?? 'telephone') + 1) % channels.length] ?? 'telephone';
