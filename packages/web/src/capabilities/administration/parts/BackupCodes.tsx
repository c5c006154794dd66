import { CopyButton } from './CopyText.tsx';

/** The backup codes, shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ul className="account-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-row">
        <CopyButton text={codes.join('\n')} />
      </div>
    </>
  );
}
