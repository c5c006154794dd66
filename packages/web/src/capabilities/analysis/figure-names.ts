import { createContext, useContext } from 'react';

/** What figures call units and types, and the time zone in which they tell when. */
export interface FigureNames {
  unitName(unitId: string | number | null): string;
  typeName(code: string | number | null): string;
  timeZone: string;
}

export const FigureNamesContext = createContext<FigureNames | null>(null);

export function useFigureNames(): FigureNames {
  const names = useContext(FigureNamesContext);
  if (!names) throw new Error('Expected names around a figure, got none. Show figures inside the Overview.');
  return names;
}
