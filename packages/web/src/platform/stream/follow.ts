// Follows the server's event stream: from a position, through breaks, until it is ended. Knows nothing of tabs or boards,
// and is given what it works with, so that a test can cut and resume it.

/** An event as the server sends it. */
export interface StreamEvent {
  position: number;
  kind: string;
  incidentId: string | null;
  roomId: number | null;
  incident: unknown;
}

/** Where a stream stands: positions of another epoch mean nothing. */
export interface StreamPlace {
  epoch: string;
  position: number;
}

export interface Followed {
  /** The line is open, and everything up to this place has been told. */
  live(place: StreamPlace): void;
  event(event: StreamEvent): void;
  /** A sign of life; everything up to this place has been told. */
  beat(place: StreamPlace): void;
  lost(): void;
  /** What was missed cannot be told any more: load anew. */
  reload(): void;
}

export interface Source {
  addEventListener(name: string, listener: (message: { data: string }) => void): void;
  close(): void;
  onerror: ((event: never) => unknown) | null;
}

export interface FollowOptions {
  open(address: string): Source;
  retryMilliseconds: number;
  /** The server beats every fifteen seconds: after this much silence the line is dead, whatever the browser believes. */
  silenceMilliseconds: number;
}

export const followOptions: FollowOptions = {
  open: (address) => new EventSource(address) as unknown as Source,
  retryMilliseconds: 2_000,
  silenceMilliseconds: 35_000,
};

/** Follows from `from`, or from now where that is null. Returns how to end it. */
export function followStream(from: StreamPlace | null, told: Followed, options = followOptions): () => void {
  let place = from;
  let source: Source | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const close = () => {
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
    source = null;
  };
  const again = () => {
    close();
    if (ended) return;
    told.lost();
    timer = setTimeout(open, options.retryMilliseconds);
  };
  const alive = () => {
    clearTimeout(silence);
    silence = setTimeout(again, options.silenceMilliseconds);
  };
  const open = () => {
    const query = place ? `?epoch=${place.epoch}&position=${place.position}` : '';
    const opened = options.open(`/api/stream${query}`);
    source = opened;
    const on = (name: string, handle: (data: string) => void) =>
      opened.addEventListener(name, ({ data }) => {
        if (source === opened) handle(data);
      });
    // Frames that were missed come before the greeting: the epoch is that of the place asked for.
    on('message', (data) => {
      alive();
      const event = JSON.parse(data) as StreamEvent;
      if (place && event.position <= place.position) return;
      if (place) place = { ...place, position: event.position };
      told.event(event);
    });
    on('hello', (data) => {
      alive();
      const greeted = JSON.parse(data) as StreamPlace;
      place = place && place.epoch === greeted.epoch ? later(place, greeted.position) : greeted;
      told.live(place);
    });
    on('beat', (data) => {
      alive();
      const { position } = JSON.parse(data) as { position?: number };
      if (place && position !== undefined) place = later(place, position);
      if (place) told.beat(place);
    });
    on('reload', () => {
      place = null;
      close();
      told.reload();
      if (!ended) timer = setTimeout(open, 0);
    });
    opened.onerror = () => {
      if (source === opened) again();
    };
    alive();
  };
  open();
  return () => {
    ended = true;
    close();
  };
}

const later = (place: StreamPlace, position: number): StreamPlace =>
  position > place.position ? { ...place, position } : place;
