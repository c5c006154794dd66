// A workbook read back, as a spreadsheet would.
import ExcelJS from 'exceljs';

/** The sheets of a workbook's bytes. */
export async function sheetsOf(bytes: Buffer): Promise<ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook.worksheets;
}
