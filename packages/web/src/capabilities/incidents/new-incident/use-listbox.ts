import { type KeyboardEvent, useEffect, useId, useState } from 'react';

export interface Listbox {
  /** Index of the option that Enter and Tab take; -1 for none. */
  active: number;
  open: boolean;
  show(): void;
  hide(): void;
  listId: string;
  optionId(index: number): string;
  /** Handles arrows, Enter, Tab and Escape of the input; true when the key was the list's. */
  press(event: KeyboardEvent): boolean;
}

/**
 * The keys of an input with a list of suggestions (ARIA combobox with a listbox). `first` is the option that is active
 * before an arrow was pressed: 0 where the best is meant to be taken, -1 where taking none must stay possible.
 */
export function useListbox(count: number, first: 0 | -1, take: (index: number) => void): Listbox {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>(first);
  useEffect(() => setActive((now) => (now >= count ? first : now)), [count, first]);
  const shown = open && count > 0;
  const show = () => {
    setOpen(true);
    setActive(first);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return false;
      event.preventDefault();
      if (!shown) show();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const lowest = first;
      const next = active + step;
      setActive(next >= count ? lowest : next < lowest ? count - 1 : next);
      return true;
    }
    if (!shown) return false;
    if (event.key === 'Escape') {
      // The list closes, the form stays.
      event.preventDefault();
      setOpen(false);
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && !event.shiftKey) {
      if (event.key === 'Enter') event.preventDefault();
      take(active);
      setOpen(false);
      return true;
    }
    return false;
  };
  return {
    active: shown ? active : -1,
    open: shown,
    show,
    hide: () => setOpen(false),
    listId: `${id}-list`,
    optionId: (index) => `${id}-option-${index}`,
    press,
  };
}
