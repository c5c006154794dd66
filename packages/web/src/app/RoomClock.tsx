import { useContext, useEffect, useState } from 'react';
import { clockFormat } from '../platform/locales.ts';
import { serverNow } from '../platform/offline/server-time.ts';
import { LanguageContext } from '../platform/text.ts';

/** The room's own time, by the server's clock: what is said on the radio and written in the book. */
export function RoomClock({ timeZone }: { timeZone: string }) {
  const language = useContext(LanguageContext);
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const text = clockFormat(language, timeZone, 'medium').format(now);
  return (
    <time className="clock" dateTime={new Date(now).toISOString()}>
      <bdi>{text}</bdi>
    </time>
  );
}
