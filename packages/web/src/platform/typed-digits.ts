// Where a number is typed, Eastern digits are as good as 0-9, whatever the screen writes with: they become 0-9 in the field,
// before anything reads it. One listener for every page, so that no form can forget it.
import { westernDigits } from './digits.ts';

// Fields of numbers say so by the keyboard that they ask a phone for; `data-digits` marks one whose keyboard is another.
const numeric =
  'input:is([inputmode="numeric"], [inputmode="decimal"], [inputmode="tel"], [type="tel"], [type="number"], [data-digits])';

/** Begins to listen; for the life of the page. */
export function readBothDigits(): void {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  document.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.matches(numeric)) return;
      const typed = target.value;
      const read = westernDigits(typed);
      if (read === typed) return;
      const at = target.selectionStart;
      // Past the setter of the library that draws the field: it must still see that the value changed.
      value?.set?.call(target, read);
      if (at !== null) target.setSelectionRange(at, at);
    },
    true,
  );
}
