import { useEffect, useState } from 'react';
import { serverNow } from '../platform/offline/server-time.ts';

/** The room's own time, by the server's clock: what is said on the radio and written in the book. */
export function RoomClock({ timeZone }: { timeZone: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(now);
  return (
    <time className="clock" dateTime={new Date(now).toISOString()}>
      <bdi>{text}</bdi>
    </time>
  );
}
