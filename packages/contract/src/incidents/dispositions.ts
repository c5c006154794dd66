export interface ShippedDisposition {
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  /** Whether closing with it means that an offence was recorded. */
  offenceRecorded: boolean;
}

const disposition = (
  code: string,
  nameAr: string,
  nameEn: string,
  nameFr: string,
  offenceRecorded = false,
): ShippedDisposition => ({ code, nameAr, nameEn, nameFr, offenceRecorded });

/** How an incident ended: what an empty installation starts with; a force adds its own. */
export const shippedDispositions: readonly ShippedDisposition[] = [
  disposition('settled', 'عولج في المكان', 'Settled on scene', 'Réglé sur place'),
  disposition('advice', 'أُعطي إرشاد', 'Advice given', 'Conseil donné'),
  disposition('report', 'نُظّم محضر', 'Report taken', 'Procès-verbal dressé', true),
  disposition('arrest', 'توقيف', 'Arrest', 'Arrestation', true),
  disposition('gone', 'لم يُعثر على أحد', 'Gone on arrival', 'Parti avant l’arrivée'),
  disposition('unfounded', 'بلاغ لا أساس له', 'Unfounded', 'Sans fondement'),
  disposition('false_alarm', 'إنذار كاذب', 'False alarm', 'Fausse alerte'),
  disposition('referred', 'أُحيل إلى جهة أخرى', 'Referred to another service', 'Transmis à un autre service'),
  disposition('hospital', 'نُقل إلى المستشفى', 'Taken to hospital', 'Transporté à l’hôpital'),
  disposition('withdrawn', 'سحب المبلّغ بلاغه', 'Withdrawn by the caller', 'Retiré par l’appelant'),
];
