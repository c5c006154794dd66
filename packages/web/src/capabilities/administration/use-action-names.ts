import { permissions } from '@marsad/contract/administration/permissions.ts';
import { useContext } from 'react';
import { LanguageContext, nameIn } from '../../platform/text.ts';

/** The name of an action that a right can name, in the person's language. */
export function useActionNames(): (action: string) => string {
  const language = useContext(LanguageContext);
  return (action) => {
    const found = permissions.find((permission) => permission.action === action);
    return found ? nameIn(language, found) : action;
  };
}
