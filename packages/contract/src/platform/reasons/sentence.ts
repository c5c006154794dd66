export type Language = 'ar' | 'en' | 'fr';
export type Sentences = Record<string, Record<Language, string>>;
