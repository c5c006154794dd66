import { type CsvValue, toCsv } from '@marsad/contract/platform/csv.ts';
import { type ReactNode, type RefObject, useContext, useState } from 'react';
import { type Leaving, useDisclosed } from '../../../platform/charts/disclose.ts';
import { saveFile, savePng, saveSvg } from '../../../platform/charts/save.ts';
import { inDigits } from '../../../platform/digits.ts';
import { LanguageContext } from '../../../platform/text.ts';
import { usePrinting } from '../../../platform/use-printing.ts';
import { Scrolled } from '../../../ui/Scrolled.tsx';
import { shareSaid } from '../format.ts';
import type { Measured } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';
import { AboutFigure } from './AboutFigure.tsx';

interface Props {
  title: AnalysisWord;
  /** What the figure counts, in words. */
  definition: AnalysisWord;
  /** The measure it shows and its result: what the figure says of itself. */
  measured: Measured;
  /** Its parts leave out each for itself, and say so. */
  leftOutInside?: boolean;
  /** The numbers behind it: a heading row, then the rows. */
  rows: readonly (readonly CsvValue[])[];
  /** Name of saved files, without ending. */
  file: string;
  /** Where the picture is drawn; absent where the figure is a table itself. */
  holder?: RefObject<HTMLDivElement | null>;
  wide?: boolean;
  note?: ReactNode;
  children: ReactNode;
}

const SHOWN_ROWS = 500;

/** A figure with, one click away: its definition, the numbers behind it, and its CSV, SVG and PNG. */
export function FigureCard(props: Props) {
  const { title, definition, measured, leftOutInside = false, rows, file, holder, wide, note, children } = props;
  const language = useContext(LanguageContext);
  const printing = usePrinting();
  const [numbers, setNumbers] = useState(false);
  const [about, setAbout] = useState(false);
  const [head, ...body] = rows;
  const { disclosed, problem } = useDisclosed();
  const leaving = (format: Leaving['format']): Leaving => ({ subject: `overview.${file}`, format, rows: body.length });
  const saveCsv = () =>
    disclosed(leaving('csv'), () =>
      saveFile(`${file}.csv`, new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' })),
    );
  const withPicture = (format: 'svg' | 'png', save: (name: string, holder: HTMLElement) => unknown) => () =>
    disclosed(leaving(format), () => holder?.current && save(file, holder.current));
  return (
    <section className={wide ? 'figure wide' : 'figure'} aria-label={sayIn(language, title)}>
      <div className="head">
        <h2>{sayIn(language, title)}</h2>
        <span className="grow" />
        <button type="button" aria-expanded={about} onClick={() => setAbout(!about)}>
          {sayIn(language, 'about')}
        </button>
        {holder && (
          <button type="button" aria-pressed={numbers} onClick={() => setNumbers(!numbers)}>
            {sayIn(language, numbers ? 'picture' : 'numbers')}
          </button>
        )}
        <button type="button" onClick={saveCsv}>
          CSV
        </button>
        {holder && !numbers && (
          <>
            <button type="button" onClick={withPicture('svg', saveSvg)}>
              SVG
            </button>
            <button type="button" onClick={withPicture('png', savePng)}>
              PNG
            </button>
          </>
        )}
      </div>
      {problem && (
        <p role="alert" className="definition">
          {problem}
        </p>
      )}
      {(about || printing) && <AboutFigure {...{ definition, measured, leftOutInside }} brief={printing} />}
      {note && <p className="definition">{note}</p>}
      {numbers ? (
        <Scrolled className="numbers" label={`${sayIn(language, title)}: ${sayIn(language, 'numbers')}`}>
          <table>
            <thead>
              <tr>
                {head?.map((cell) => (
                  <th key={String(cell)}>{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {body.slice(0, SHOWN_ROWS).map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, index) => (
                    <td key={String(head?.[index])}>{typeof cell === 'number' ? inDigits(cell) : (cell ?? '–')}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {body.length > SHOWN_ROWS && (
            <p className="definition">{shareSaid(language, 'rowsOf', SHOWN_ROWS, body.length)}</p>
          )}
        </Scrolled>
      ) : (
        children
      )}
    </section>
  );
}
